#!/bin/sh
# vmstat 1 that comes late, stopped or on a crowded machine, tells as "a second's" switches and interrupts what happened since it
# last looked. sar -w, from the same counter and as late, tells a rate.
#
# Guess: cs is per second, so the line after a pause of four seconds is like the others.
# Seen (procps 4.0.2, sysstat 12.6.1, Linux 6.18): 11,146 switches a second during a stop of four seconds; of these vmstat said 49,848 a
#   second, sar 11,076. vmstat divides by the delay that it was given.
# So: peaks of cs in a log of vmstat can be vmstat's own waiting for the CPU, worst when it is looked at most. Interleave divides by
#   the time that has passed.
set -eu
command -v vmstat >/dev/null && command -v sar >/dev/null || { echo "needs vmstat (procps) and sar (sysstat)" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export LC_ALL=C S_TIME_FORMAT=ISO
uname -r
vmstat --version
sar -V | head -1
cat >late.py <<'PYTHON'
"""Stops vmstat and sar for four seconds, and sets what they print next beside the rate of these seconds."""
import signal, subprocess, sys, threading, time


def ticks():
    while True:
        time.sleep(0.0005)


def switches():
    return next(int(line.split()[1]) for line in open("/proc/stat") if line.startswith("ctxt"))


for _ in range(4):
    threading.Thread(target=ticks, daemon=True).start()
tools = {"vmstat": (["vmstat", "-n", "1", "10"], 11, 17), "sar": (["sar", "-w", "1", "9"], 2, 3)}
lines, started = {name: [] for name in tools}, {}
for name, (command, _, _) in tools.items():
    started[name] = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    threading.Thread(target=lambda name=name: lines[name].extend(iter(started[name].stdout.readline, "")), daemon=True).start()


def tell(number):
    for process in started.values():
        subprocess.run(["kill", f"-{number}", "--", f"-{process.pid}"], check=True)


def printed(name):
    """The numbers that it has printed, in lines of as many words as a sample has."""
    places = (line.split()[tools[name][1]:][:1] for line in lines[name] if len(line.split()) == tools[name][2])
    return [float(place[0]) for place in places if place and place[0].replace(".", "").isdigit()]


time.sleep(4.5)
tell(int(signal.SIGSTOP))
before, counted, begin = {name: len(printed(name)) for name in tools}, switches(), time.monotonic()
time.sleep(4)
rate = (switches() - counted) / (time.monotonic() - begin)
tell(int(signal.SIGCONT))
time.sleep(1.5)
late = {name: printed(name)[before[name]] for name in tools}
tell(int(signal.SIGKILL))
print(f"in the seconds of the stop {rate:.0f} a second; then vmstat said {late['vmstat']:.0f}, sar {late['sar']:.0f}")
if not 0.5 < late["sar"] / rate < 1.9:
    print("the machine's own rate was too uneven to tell", file=sys.stderr)
    sys.exit(2)
if late["vmstat"] / rate < 2.5:
    sys.exit("CHANGED: vmstat divides by the time that has passed")
PYTHON
/usr/bin/python3 late.py
echo "as seen: a sum of four seconds as a rate"
