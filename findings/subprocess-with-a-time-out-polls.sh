#!/bin/sh
# Python: subprocess.run(command, timeout=10) tells that a command of a second has ended up to 50 ms late, after some 25 switches;
# without a time-out at once, after two.
#
# Guess: with a time to wait as without one it sleeps until the child ends: a millisecond late, a switch or two.
# Seen (Python 3.11.2, Linux 6.18), 12 commands of 1.0 to 1.1 s: with timeout=10 median 18 to 28 ms late, 27 switches each; without
#   2 to 5 ms, 2 switches. Popen.wait(timeout) asks, sleeps twice as long as before, and asks again, 50 ms at the longest.
# So: what a script measures of commands that it gives a time-out is up to 50 ms too long, and rounded. timeout(1) in front of the
#   command does without. Interleave times its tasks within the worker.
set -eu
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
uname -r
/usr/bin/python3 --version
/usr/bin/python3 - <<'PYTHON'
import resource, statistics, subprocess, sys, time


def late(**how):
    """Median and largest lateness of commands of known length in ms, and switches for each."""
    seen, before = [], resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw
    for i in range(12):
        length = 1 + i * 0.0083
        begin = time.monotonic()
        subprocess.run(["sleep", str(length)], **how)
        seen.append((time.monotonic() - begin - length) * 1000)
    return statistics.median(seen), max(seen), (resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw - before) / 12


seen = {"without": late(), "with a time-out": late(timeout=10)}
for name, (median, largest, switches) in seen.items():
    print(f"{name}: late {median:.1f} ms, at most {largest:.1f}; {switches:.1f} switches")
(median, _, few), (polled, largest, many) = seen.values()
if many < 12 or few > 6 or largest < 20 or polled < median + 5:
    sys.exit("CHANGED: it waits for the end")
PYTHON
echo "as seen: it polls"
