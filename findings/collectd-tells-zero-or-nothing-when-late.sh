#!/bin/sh
# collectd that is late, stopped or on a crowded machine, tells of the moment in which it looks again "nan", or 0.000 switches a second on a
# machine that makes 7,000, or both.
#
# Guess: a counter has a rate over any time: after four seconds without a look the next rate is the mean of these four, and that is all.
# Seen (collectd 5.12.0, interval 1 s, contextswitch to csv, Linux 6.18), stopped for 4 s, some ten times: rates of some 7,000 a second, then most
#   times nan and once 7,744; most times a second row of the same millisecond, 0.000; then as before. A look that was missed is made up
#   for at once, over no time, and a value older than two intervals is forgotten, so that the next may have nothing to be compared with.
# So: where a machine is so crowded that its collector waits, its graphs have a hole, or the lowest rate of the day. Interleave divides by
#   the time that has passed, and makes up for no look.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get -q download collectd-core=5.12.0-14 >/dev/null 2>&1 || { echo "collectd-core is not served here" >&2; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
uname -r
root/usr/sbin/collectd -h | grep -o 'collectd 5[^,]*' || { echo "collectd does not run here" >&2; exit 2; }
cat >collectd.conf <<CONF
Interval 1
BaseDir "$dir"
PIDFile "$dir/pid"
PluginDir "$dir/root/usr/lib/collectd"
TypesDB "$dir/root/usr/share/collectd/types.db"
LoadPlugin contextswitch
LoadPlugin csv
<Plugin csv>
    DataDir "$dir/csv"
    StoreRates true
</Plugin>
CONF
cat >late.py <<'PYTHON'
"""Stops collectd for four seconds, and shows what it wrote, beside the rate of these seconds."""
import glob, math, signal, subprocess, sys, threading, time


def ticks():
    while True:
        time.sleep(0.001)


def switches():
    return next(int(line.split()[1]) for line in open("/proc/stat") if line.startswith("ctxt"))


for _ in range(4):
    threading.Thread(target=ticks, daemon=True).start()
collectd = subprocess.Popen(["root/usr/sbin/collectd", "-f", "-C", "collectd.conf"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    time.sleep(5.5)
    stop, counted = time.time(), switches()
    collectd.send_signal(signal.SIGSTOP)
    time.sleep(4)
    rate = (switches() - counted) / (time.time() - stop)
    collectd.send_signal(signal.SIGCONT)
    time.sleep(4)
    collectd.terminate()
    collectd.wait(20)
finally:
    collectd.kill()
    collectd.wait()
rows = [line.split(",") for name in sorted(glob.glob("csv/*/contextswitch/*")) for line in open(name) if line[0].isdigit()]
seen = [(float(at) - stop, float(value)) for at, value in rows]
print("seconds from the stop on, switches a second by collectd:")
for at, value in seen:
    print(f"{at:6.3f} {value:.0f}")
print(f"in the seconds of the stop {rate:.0f} a second")
before, after = [value for at, value in seen if at < 0], [value for at, value in seen if at > 3]
if len(before) < 3 or len(after) < 3 or rate < 500:
    print("collectd wrote too little here", file=sys.stderr)
    sys.exit(2)
if not any(math.isnan(value) or value < rate / 100 for value in after):
    sys.exit("CHANGED: it tells rates alone")
PYTHON
/usr/bin/python3 late.py
echo "as seen: a hole or a zero"
