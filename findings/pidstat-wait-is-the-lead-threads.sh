#!/bin/sh
# One line of pidstat: %CPU is of all threads, %wait and the switches are of the lead thread alone.
#
# Guess: eight busy threads on one CPU: 100 %CPU, and about 700 %wait, since seven of them wait at any time.
# Seen (sysstat 12.6.1, Linux 6.18): 100.00 %CPU, 0.00 %wait, 0.00 cswch/s, 0.00 nvcswch/s in the same line.
#   utime and stime of /proc/PID/stat are sums over the threads; /proc/PID/schedstat and the switches of /proc/PID/status
#   belong to the thread whose number is the process's, which sleeps here.
# So: a process starved of CPU looks at ease. Interleave sums schedstat and switches over threads, or asks getrusage.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
busy=
trap 'kill $busy 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
version=12.6.1-1
apt-get -q download "sysstat=$version" >/dev/null 2>&1 || { echo "sysstat $version is not served here" >&2; exit 2; }
dpkg -x sysstat_*.deb root

cat >busy.c <<'C'
#include <pthread.h>
#include <unistd.h>

static void *spin(void *nothing) {
    volatile unsigned long turns = 0;
    for (;;) turns++;
    return nothing;
}

int main(void) {
    pthread_t thread;
    for (int i = 0; i < 8; i++) pthread_create(&thread, 0, spin, 0);
    sleep(30);
    return 0;
}
C
cc -O1 -pthread busy.c -o busy
cpu=$(awk '/^Cpus_allowed_list/ { split($2, part, /[-,]/); print part[1] }' /proc/self/status)
taskset -c "$cpu" ./busy &
busy=$!
sleep 1
waits() { cat /proc/$busy/task/*/schedstat | awk '{ sum += $2 } END { printf "%.0f", sum / 1e9 }'; }
before=$(waits)
LC_ALL=C root/usr/bin/pidstat -u -w -h -p $busy 3 1 >report
after=$(waits)
awk -v waited=$((after - before)) '
    /^#/ { for (i = 2; i <= NF; i++) column[$i] = i - 1 }
    !/^#/ && $NF == "busy" {
        cpu = $column["%CPU"]; wait = $column["%wait"]; switches = $column["cswch/s"] + $column["nvcswch/s"]
        printf "%s %%CPU, %s %%wait, %s switches/s; its threads waited %d s of CPU time in 3 s\n", cpu, wait, switches, waited
        exit !(cpu > 10 && wait < 5 && waited >= 10)
    }' report || { echo "CHANGED: the wait of all threads is told, or the report has another form:" >&2; cat report >&2; exit 1; }
echo "as seen: the line mixes all threads with the lead thread"
