#!/bin/sh
# top -b -n1, as scripts and agents call it: %CPU and %Cpu(s) are of the last 0.15 s, in steps of 6.7 %. Of a program that computes a third of
# its time in seconds it says 0 or 100.
#
# Guess: a first screen has nothing to compare with, so it is since boot and since the program's start, as vmstat's and ps's.
# Seen (procps 4.0.2): top sleeps 0.15 s before its first screen. A program that computes 1 s and sleeps 2, looked at twelve times: 0.0 and 70 to
#   100, where ps says 30 to 40. With -d1 -n2 the first screen is of 0.15 s all the same.
# So: a graph made of it has the truth as its mean, if it is long enough, and alarms at random before. Interleave's numbers are of the
#   whole time between two of them.
set -eu
for tool in top ps setsid; do command -v $tool >/dev/null || { echo "needs $tool (procps, util-linux)" >&2; exit 2; }; done
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
unset TOPRC
HOME=/nonexistent XDG_CONFIG_HOME=/nonexistent LC_ALL=C
export HOME XDG_CONFIG_HOME LC_ALL
top -V | head -1
/usr/bin/python3 - <<'PYTHON'
"""Looks at a program that computes 1 s of CPU time and sleeps 2 s, by top and ps."""
import subprocess, sys, time

part = subprocess.Popen([sys.executable, "-c", """
import time
while True:
    end = time.process_time() + 1
    while time.process_time() < end: pass
    time.sleep(2)
"""])


def words(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


try:
    time.sleep(6)
    seen = []
    for _ in range(12):
        line = words("top", "-b", "-n1", "-p", str(part.pid))
        seen.append(float(line[line.index("COMMAND") + 9]))
        time.sleep(0.6)
    mean = float(words("ps", "-o", "%cpu=", "-p", str(part.pid))[0])
finally:
    part.kill()
    part.wait()
print("top -b -n1:", *seen, "  ps:", mean)
if not 10 < mean < 60:
    print("the program had too little of the CPU", file=sys.stderr)
    sys.exit(2)
if sum(value < 8 for value in seen) < 3 or max(seen) < 1.5 * mean:
    sys.exit("CHANGED: the first screen is of a longer time")
PYTHON
echo "as seen: a sixth of a second"
