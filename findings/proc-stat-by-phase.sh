#!/bin/sh
# /proc/stat says of a task that computes a quarter of each 4 ms that it uses 0 % of its CPU, or 100 %: it depends on where
# its start falls between two ticks of the kernel's clock. top's, vmstat's and sar's user and idle are made of these.
#
# Guess: 25 %; the CPU time of a thread is exact to the nanosecond, and so is the idle time of a CPU.
# Seen (Linux 6.18, HZ 250, CONFIG_TICK_CPU_ACCOUNTING), 25 % by the thread's own clock each time: 0 % where the work starts 0 to
#   2.5 ms after a tick, 100 % where it starts 3 or 3.5 ms after one. With a period of 5 ms: 20 to 25 %, whenever it starts.
#   A tick gives the 4 ms since the last one to whoever runs at that moment.
# So: load that keeps time with the tick (250, 500, 125 times a second) is not to be had from /proc/stat. Interleave takes the
#   CPU time of runs and processes from their own accounts, and its README says what the machine's bar is made of.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, for a real-time policy" >&2; exit 2; }
uname -r
# The task is nice, so that its ticks have a column of their own; and first in line, so that it computes when it wants to.
python3 - <<'PYTHON'
import os
import sys
import time

COARSE = 6  # CLOCK_MONOTONIC_COARSE moves with the tick
os.nice(1)
os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(10))
cpu = max(os.sched_getaffinity(0))
os.sched_setaffinity(0, {cpu})


def nice_ticks():
    with open("/proc/stat") as stat:
        return next(int(line.split()[2]) for line in stat if line.startswith(f"cpu{cpu} "))


def shares(period, phase):
    """The task's percent of its CPU over 3 s: by its own clock, by /proc/stat."""
    first = time.clock_gettime(COARSE)
    while time.clock_gettime(COARSE) == first:
        pass
    begun = time.monotonic()
    start, ticks, own = begun + phase, nice_ticks(), time.thread_time()
    while start < begun + 3:
        time.sleep(max(0, start - time.monotonic()))
        while time.monotonic() < start + 0.001 / 0.004 * period:
            pass
        start += period
    took = time.monotonic() - begun
    return 100 * (time.thread_time() - own) / took, (nice_ticks() - ticks) / took


# A phase for each half of a millisecond: with ticks of 4 ms the start falls everywhere.
seen = []
for phase in range(8):
    own, told = shares(0.004, phase / 2000)
    seen.append(told)
    print(f"period 4 ms, {phase / 2:.1f} ms after a tick: {own:.0f} % by its own clock, {told:.0f} % by /proc/stat")
own, told = shares(0.005, 0)
print(f"period 5 ms: {own:.0f} % by its own clock, {told:.0f} % by /proc/stat")
if max(seen) < 70 or min(seen) > 10:
    sys.exit("CHANGED: /proc/stat does not depend on the phase (a kernel with other ticks, or exact accounts)")
if not 15 < told < 35:
    sys.exit("CHANGED: it is wrong with a period that is not the tick's too")
PYTHON
echo "as seen: 0 to 100 % for a quarter"
