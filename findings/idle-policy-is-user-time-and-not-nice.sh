#!/bin/sh
# A program under SCHED_IDLE (chrt -i 0), the kernel's class for what may only have what is left over, is "user" in /proc/stat, as any other;
# one under nice -n 1, which hardly gives way, is "nice".
#
# Guess: "nice", top's "ni", is the time of work that gives way to others: SCHED_IDLE's above all.
# Seen (Linux 6.18), 2 s of computing, by the column that rose by the program's own time: nice -n 1 nice; SCHED_IDLE user, nice 0; SCHED_BATCH
#   user, nice 0. The column is chosen by the number that nice sets, and by nothing else; time in the kernel is in "system" for all.
# So: a machine whose CPUs are full of background work of this kind (compilers, indexers, BOINC, backups) looks like one that serves, and
#   "user" is no sign that anybody waits. Interleave shows run-queue wait, which is.
set -eu
command -v cc >/dev/null && command -v chrt >/dev/null || { echo "needs cc and chrt (util-linux)" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >busy.c <<'C'
int main(void) {
    for (volatile long i = 0;; i++) {}
}
C
cc -O1 busy.c -o busy
cat >columns.py <<'PYTHON'
"""The ticks that a computing program had, and what the columns user and nice of /proc/stat rose by meanwhile."""
import subprocess, sys, time


def columns():
    return [int(word) for word in open("/proc/stat").readline().split()[1:3]]


def own(process):
    return int(open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()[11])


def show(name, *before):
    process = subprocess.Popen([*before, "./busy"])
    try:
        time.sleep(0.5)
        ticks, first = own(process), columns()
        time.sleep(3)
        ticks, last = own(process) - ticks, columns()
    finally:
        process.kill()
        process.wait()
    user, nice = last[0] - first[0], last[1] - first[1]
    print(f"{name}: {ticks} ticks of its own, user {user}, nice {nice} of the machine")
    return ticks, user, nice


def nothing():
    first = columns()
    time.sleep(2)
    return columns()[1] - first[1]


if nothing() > 10:
    print("others are nice here", file=sys.stderr)
    sys.exit(2)
nice, idle, batch = show("nice -n 1", "nice", "-n", "1"), show("SCHED_IDLE", "chrt", "-i", "0"), show("SCHED_BATCH", "chrt", "-b", "0")
if min(nice[0], idle[0]) < 30:
    print("the machine is too busy to tell", file=sys.stderr)
    sys.exit(2)
if nice[2] < nice[0] * 0.7:
    sys.exit("CHANGED: nice is not counted as nice")
if idle[2] > idle[0] * 0.3 or idle[1] < idle[0] * 0.7:
    sys.exit("CHANGED: SCHED_IDLE is counted as nice")
PYTHON
/usr/bin/python3 columns.py
echo "as seen: it is user time"
