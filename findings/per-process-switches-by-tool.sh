#!/bin/sh
# How many context switches has this process? Of psutil, OSHI and the process exporter of Prometheus, one counts its threads.
#
# Guess: a number that is called a process's is the sum over its threads, in all three or in none.
# Seen (Linux 6.18), eight threads that sleep for 1 ms again and again under a lead thread that sleeps:
#   psutil 5.9.4 num_ctx_switches()              4         the lead thread alone
#   OSHI 6.8.2 OSProcess.getContextSwitches()    2         the lead thread alone, for every process but its own
#   process-exporter 0.7.10 context_switches_total 29,185  the sum over the threads, as the kernel's own files add up to
# So: nobody's number is compared with ours before it is known whose it is.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
command -v cc >/dev/null && command -v curl >/dev/null || { echo "needs cc and curl" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
watched=
exporter=
trap 'kill $watched $exporter 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
for package in python3-psutil=5.9.4-1+b1 prometheus-process-exporter=0.7.10-3+b5; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
mkdir jars
cat >pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.github.oshi</groupId><artifactId>oshi-core</artifactId><version>6.8.2</version></dependency>
  </dependencies>
</project>
XML
mvn -q -ntp dependency:copy-dependencies -DoutputDirectory="$dir/jars" >/dev/null

cat >switcher.c <<'C'
#include <pthread.h>
#include <time.h>
#include <unistd.h>

static void *nap(void *nothing) {
    struct timespec millisecond = {0, 1000000};
    for (;;) nanosleep(&millisecond, 0);
    return nothing;
}

int main(void) {
    pthread_t thread;
    for (int i = 0; i < 8; i++) pthread_create(&thread, 0, nap, 0);
    sleep(60);
    return 0;
}
C
cc -O1 -pthread switcher.c -o switcher
./switcher &
watched=$!
cat >names.yml <<'YML'
process_names:
  - comm: [switcher]
YML
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
root/usr/bin/prometheus-process-exporter -config.path names.yml -web.listen-address "127.0.0.1:$port" >/dev/null 2>&1 &
exporter=$!
cat >Ask.java <<'JAVA'
public class Ask {
    public static void main(String[] args) {
        System.out.println(new oshi.SystemInfo().getOperatingSystem().getProcess(Integer.parseInt(args[0])).getContextSwitches());
    }
}
JAVA
"$home/bin/javac" -cp 'jars/*' Ask.java
sum() { cat /proc/$watched/task/*/status | awk '/ctxt_switches/ { sum += $2 } END { print sum }'; }
exported() {
    curl -s "http://127.0.0.1:$port/metrics" |
        awk '/^namedprocess_namegroup_context_switches_total/ { sum += $2 } END { printf "%d\n", sum }'
}
# The exporter counts from its first look at a process: two looks, and the kernel's files at both.
for _ in $(seq 50); do exported >/dev/null 2>&1 && break; sleep 0.1; done
a=$(exported)
b=$(sum)
sleep 3
c=$(exported)
d=$(sum)
psutil=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 -c \
    "import psutil; print(sum(psutil.Process($watched).num_ctx_switches()))")
oshi=$("$home/bin/java" -cp 'jars/*:.' Ask $watched 2>/dev/null)
echo "in 3 s: the kernel's files add up to $((d - b)), the process exporter says $((c - a))"
echo "since its start: the kernel's files add up to $(sum), psutil says $psutil, OSHI says $oshi"
[ "$psutil" -lt 200 ] && [ "$oshi" -lt 200 ] || { echo "CHANGED: psutil or OSHI sums over threads" >&2; exit 1; }
[ $(((c - a) * 10)) -gt $(((d - b) * 8)) ] || { echo "CHANGED: the process exporter does not sum over threads" >&2; exit 1; }
echo "as seen: one sums over the threads, two give the lead thread's"
