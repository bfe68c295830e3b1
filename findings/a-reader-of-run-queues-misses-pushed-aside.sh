#!/bin/sh
# Two programs that compute in the kernel share a CPU and push each other aside a hundred to two hundred times a second. By the test of bpftrace's
# runqlat.bt, "the state of who is switched out is TASK_RUNNING", hardly one of them goes on waiting for the CPU.
#
# Guess: who is pushed aside stays runnable, which is state 0 in the event sched_switch, as the name of the constant says.
# Seen (bpftrace 0.17.0, Linux 6.18), two readers of /dev/zero by 4 MiB on one CPU, in 3 s: 317 to 815 switches away from them, 11 to 22 with
#   state 0, 306 to 802 with state 256. A thread that is pushed aside inside of the kernel has this state in the event, whatever its
#   real one; one that is pushed aside on its way back to its program has 0.
# So: run-queue latency of such scripts (runqlat.bt, and what was copied from it) is of threads that were woken, and of busy ones as far
#   as they stay out of the kernel. Interleave's run-queue wait is the kernel's own sum (schedstat).
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to trace the scheduler" >&2; exit 2; }
command -v cc >/dev/null && command -v taskset >/dev/null || { echo "needs cc and taskset" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
pids=
trap 'kill $pids 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
for package in bpftrace=0.17.0-1 libbpfcc libbpf1 libclang1-14 libclang-cpp14 libllvm14; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$dir"/root/usr/lib/*/libbpf.so.1)
export LD_LIBRARY_PATH
uname -r
root/usr/bin/bpftrace --version
condition=$(sed -n 's/.*if (\(args->prev_state == TASK_RUNNING\)).*/\1/p' root/usr/sbin/runqlat.bt)
[ -n "$condition" ] || { echo "CHANGED: runqlat.bt asks something else" >&2; exit 1; }
cat >reader.c <<'C'
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

int main(void) {
    size_t size = 4 << 20;
    int zero = open("/dev/zero", O_RDONLY);
    char *data = malloc(size);
    while (read(zero, data, size) > 0) {}
    return 2;
}
C
cc -O1 reader.c -o findings-read
cpu=$(taskset -pc $$ | sed 's/.*[^0-9]\([0-9]*\)$/\1/')
for i in 1 2; do
    taskset -c "$cpu" ./findings-read &
    pids="$pids $!"
done
sleep 0.5
cat >states.bt <<BT
#define TASK_RUNNING 0
tracepoint:sched:sched_switch /args->prev_comm == "findings-read"/ {
    @all = count();
    if ($condition) { @running = count(); }
    if (args->prev_state == 256) { @aside = count(); }
}
interval:s:3 { exit(); }
BT
timeout 60 root/usr/bin/bpftrace states.bt >seen 2>words || { cat words; echo "bpftrace cannot trace here" >&2; exit 2; }
echo "switches away from the two, state TASK_RUNNING, state 256:"
awk -F': ' '{ n[$1] = $2 } END { print n["@all"] + 0, n["@running"] + 0, n["@aside"] + 0 }' seen | tee counts
awk '$1 < 100 { exit 1 }' counts || { echo "the two were not switched often enough" >&2; exit 2; }
awk '$3 < $1 * 0.3 || $2 > $1 * 0.7 { exit 1 }' counts || { echo "CHANGED: who is pushed aside is running" >&2; exit 1; }
echo "as seen: it is not told of them"
