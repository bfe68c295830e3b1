#!/bin/sh
# glances: cpu.ctx_switches, "number of context switches per second" by its own description, is the number since it last looked. With
# six seconds between two looks it is six times the rate; interrupts and soft interrupts are alike.
#
# Guess: a value that is described as a rate, and has a field time_since_update beside it, was divided by that.
# Seen (glances 3.3.1.1, Linux 6.18), --stdout-json cpu -t 3: time_since_update 6.0, ctx_switches 7,958 where the machine made about
#   1,300 a second by /proc/stat. With -t 3 it looks each six seconds, and prints each value twice.
# So: its export (CSV, Prometheus, InfluxDB) has to be divided by the neighbouring field. Interleave's rates are differences
#   over the time between their own two readings.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in glances=3.3.1.1+dfsg-1 python3-psutil=5.9.4-1+b1 python3-defusedxml python3-packaging python3-ujson python3-future; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >compare.py <<'PYTHON'
"""Reads what glances prints, and the kernel's count of switches when each line comes."""
import json, subprocess, sys, time


def switches():
    """Of the machine, since it was started."""
    return next(int(line.split()[1]) for line in open("/proc/stat") if line.startswith("ctxt"))


glances = subprocess.Popen(
    [sys.executable, "-m", "glances", "-t", "2", "--stdout-json", "cpu", "--stop-after", "6"],
    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
seen = []
for line in glances.stdout:
    if line.startswith("cpu: "):
        seen.append((time.monotonic(), switches(), json.loads(line[5:])))
glances.wait()
# The last value that differs from the one before it was just read; so was the one before, whose first line is two earlier.
news = [now for before, now in zip(seen, seen[1:]) if now[2]["ctx_switches"] != before[2]["ctx_switches"]]
(begin, first, _), (end, second, stats) = news[-2:]
rate = (second - first) / (end - begin)
print(f"ctx_switches {stats['ctx_switches']}, time_since_update {stats['time_since_update']:.1f} s; "
      f"by /proc/stat {rate:.0f} a second, {second - first} since the value before")
if stats["time_since_update"] < 3 or not 0.7 < stats["ctx_switches"] / (second - first) < 1.4:
    sys.exit("CHANGED: it is no sum of the interval")
PYTHON
PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 compare.py
echo "as seen: a sum, called a rate"
