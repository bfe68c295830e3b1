#!/bin/sh
# A program of SCHED_IDLE, which may only have what others leave, beside one that computes: the CPU pressure of the two (PSI, "some") is
# 100 %, though the one with the work never waits.
#
# Guess: pressure is work that is held up; who asked for nothing but the rest is not held up. Near 0.
# Seen (Linux 6.18, a cgroup of the two, one CPU): alone some 1 %, wait of the program 0.01 s a second; beside SCHED_IDLE some 100 %,
#   wait 0.00, of the other 1.15. Whoever could run and does not is counted, whatever it asked for.
# So: a machine with a background job of this kind on each CPU says 100 % to whatever sheds load by PSI (systemd-oomd, Kubernetes,
#   autoscalers), and serves as before. Interleave shows each process's own run-queue wait beside it.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to make a cgroup" >&2; exit 2; }
command -v cc >/dev/null && command -v chrt >/dev/null && command -v taskset >/dev/null || { echo "needs cc and util-linux" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
group=none
for root in /sys/fs/cgroup /sys/fs/cgroup/unified; do
    [ ! -e "$root/cgroup.controllers" ] || group="$root/findings-$$"
done
[ "$group" != none ] && mkdir "$group" || { echo "needs cgroup2" >&2; exit 2; }
[ -r "$group/cpu.pressure" ] || { rmdir "$group"; echo "needs a kernel with PSI" >&2; exit 2; }
dir=$(mktemp -d)
trap 'sleep 0.3; rmdir "$group" 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >busy.c <<'C'
int main(void) {
    for (volatile long i = 0;; i++) {}
}
C
cc -O1 busy.c -o busy
cpu=$(taskset -pc $$ | sed 's/.*[^0-9]\([0-9]*\)$/\1/')
cat >pressure.py <<'PYTHON'
"""Pressure of the group, and the wait of its programs for a CPU, alone and beside a program of SCHED_IDLE."""
import os, subprocess, sys, time

group, cpu = sys.argv[1:]


def starts(*before):
    return subprocess.Popen(["sh", "-c", f'echo $$ >"{group}/cgroup.procs"; exec "$@"', "sh", "taskset", "-c", cpu, *before, "./busy"])


def some():
    return next(int(line.split("total=")[1]) for line in open(group + "/cpu.pressure") if line.startswith("some")) / 1e6


def wait(process):
    return int(open(f"/proc/{process.pid}/schedstat").read().split()[1]) / 1e9


def seen(*processes):
    """Shares of the next three seconds."""
    time.sleep(0.7)
    begin, before, waits = time.monotonic(), some(), [wait(process) for process in processes]
    time.sleep(3)
    took = time.monotonic() - begin
    return [(some() - before) / took] + [(wait(process) - first) / took for process, first in zip(processes, waits)]


works = starts()
try:
    alone = seen(works)
    rest = starts("chrt", "-i", "0")
    try:
        both = seen(works, rest)
    finally:
        rest.kill()
        rest.wait()
finally:
    works.kill()
    works.wait()
print(f"alone: some {alone[0]:.0%}, its wait {alone[1]:.2f} s a second; "
      f"beside SCHED_IDLE: some {both[0]:.0%}, its wait {both[1]:.2f}, that of SCHED_IDLE {both[2]:.2f}")
if alone[0] > 0.2 or both[1] > 0.2:
    print("needs a CPU that nobody else wants", file=sys.stderr)
    sys.exit(2)
if both[0] < 0.8:
    sys.exit("CHANGED: who takes what is left is not counted")
PYTHON
/usr/bin/python3 pressure.py "$group" "$cpu"
echo "as seen: 100 %"
