#!/bin/sh
# How busy are the CPUs? From the same /proc/stat psutil, the JVM's OperatingSystemMXBean, Node.js and top have two answers where
# time is stolen, two where it is iowait, and two where guests run.
#
# Guess: some count steal as busy and some as idle (75 or 25 below); iowait and guests are old, all agree on them.
# Seen (psutil 5.9.4, JDK 25.0.3, Node.js 20.20, procps 4.0.2); a copy of /proc/stat is bound over it, with ticks of two moments:
#   of 100 ticks                         psutil   getCpuLoad   os.cpus()   top: 100 - id - wa
#   25 user, 50 steal, 25 idle             75         50           50         75
#   25 user, 75 iowait                     25         25          100         25
#   75 user (50 of them guests'), 25 idle  75         75           75         83
#   The JVM leaves steal out of the whole; Node.js reads neither steal nor iowait; top counts guests twice, as user and for
#   themselves, in the whole that its percentages are of.
# So: on a virtual machine, or a host of some, percentages of two tools are not compared. Interleave's busy is all but idle and
#   iowait, with steal, and shows that beside it.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to bind a file over /proc/stat for itself" >&2; exit 2; }
for tool in node unshare top apt-get dpkg; do
    command -v "$tool" >/dev/null || { echo "needs $tool (nodejs, util-linux, procps, Debian)" >&2; exit 2; }
done
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
node --version
ps --version
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get -q download python3-psutil=5.9.4-1+b1 >/dev/null 2>&1 || { echo "psutil 5.9.4-1+b1 is not served here" >&2; exit 2; }
dpkg -x python3-psutil*.deb root

# Prints a /proc/stat of two CPUs after $1 times 100 ticks: user, nice, system, idle, iowait, irq, softirq, steal, guest.
ticks() {
    awk -v step="$1" -v shares="$2" 'BEGIN {
        split(shares, share)
        for (i = 1; i <= 9; i++) { one = one " " 10000 + step * share[i]; two = two " " 2 * (10000 + step * share[i]) }
        print "cpu " two " 0\ncpu0" one " 0\ncpu1" one " 0"
        print "intr 1000\nctxt " 1000 + step "\nbtime 1700000000\nprocesses 1000\nprocs_running 1\nprocs_blocked 0"
    }'
}
cat >Load.java <<'JAVA'
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

public class Load {
    public static void main(String[] args) throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        system.getCpuLoad();
        Files.writeString(Path.of("stat"), Files.readString(Path.of("second")));
        Thread.sleep(600);
        System.out.println(Math.round(100 * system.getCpuLoad()));
    }
}
JAVA
cat >load.py <<'PYTHON'
import pathlib
import psutil

psutil.cpu_percent()
pathlib.Path("stat").write_text(pathlib.Path("second").read_text())
print(round(psutil.cpu_percent()))
PYTHON
cat >load.js <<'JS'
const fs = require('fs');
const sum = () => {
    let idle = 0, all = 0;
    for (const { times } of require('os').cpus()) {
        idle += times.idle;
        all += Object.values(times).reduce((a, b) => a + b);
    }
    return [idle, all];
};
const [idle, all] = sum();
fs.writeFileSync('stat', fs.readFileSync('second'));
const [idler, more] = sum();
console.log(Math.round(100 * (1 - (idler - idle) / (more - all))));
JS
"$home/bin/javac" Load.java
cat >ask.sh <<'SH'
mount --bind stat /proc/stat
cat first >stat; python=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 load.py)
cat first >stat; java=$("$1/bin/java" Load)
cat first >stat; node=$(node load.js)
cat first >stat; (sleep 2; cat second >stat) &
top=$(LC_ALL=C HOME=/nonexistent top -b -n 2 -d 4 | tr , '\n' |
    awk '/ id$/ { id = $1 } / wa$/ { wa = $1 } END { print int(100.5 - id - wa) }')
echo "$python $java $node $top"
SH
ask() {
    ticks 0 "$1" >first
    ticks 1 "$1" >second
    cp first stat
    unshare -m sh ask.sh "$home"
}
while read -r expected shares; do
    seen=$(ask "$shares")
    echo "ticks $shares: psutil, getCpuLoad, os.cpus(), top: $seen"
    [ "$(echo "$seen" | tr ' ' ,)" = "$expected" ] || { echo "CHANGED: not $expected" >&2; exit 1; }
done <<'SEEN'
75,50,50,75 25 0 0 25 0 0 0 50 0
25,25,100,25 25 0 0 0 75 0 0 0 0
75,75,75,83 75 0 0 25 0 0 0 0 50
SEEN
echo "as seen: the same ticks, other numbers"
