#!/bin/sh
# iperf3 -b 1M over TCP: one burst of 128 KiB, then a second of nothing. Its pacing of a millisecond (--pacing-timer) is how often it looks
# whether the next burst is due.
#
# Guess: a megabit a second is 125 bytes in each millisecond, or a packet every 12.
# Seen (iperf3 3.12), -b 1M -i 0.1, thirty intervals of a tenth of a second: 10.5 Mbit/s in three or four of them and 0 in all others. A
#   burst is one write of -l, for TCP 131,072 bytes. With -l 1250, -b 1M: 1.0 Mbit/s in all.
# So: what a service does "under a background of 1 Mbit/s" depends on -l; the report of 1.0 Mbit/s is the same. Interleave says how far
#   its gaps are off the plan.
set -eu
command -v iperf3 >/dev/null || { echo "needs iperf3" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
iperf3 --version | head -1
cat >"$dir/bursts.py" <<'PYTHON'
"""Sends a megabit a second for 3 s by iperf3, and looks at tenths of a second."""
import json, socket, subprocess, sys, time


def intervals(*options):
    """The Mbit/s of each tenth of a second, and of all."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    server = subprocess.Popen(["iperf3", "-s", "-1", "-p", port], stdout=subprocess.DEVNULL)
    try:
        for _ in range(50):
            time.sleep(0.1)
            run = subprocess.run(["iperf3", "-c", "127.0.0.1", "-p", port, "-t", "3", "-i", "0.1", "-J", *options],
                                 capture_output=True, text=True)
            result = json.loads(run.stdout)
            if "error" not in result:
                break
        else:
            sys.exit(2)
    finally:
        server.kill()
        server.wait()
    return [one["sum"]["bits_per_second"] / 1e6 for one in result["intervals"]], result["end"]["sum_sent"]["bits_per_second"] / 1e6


def told(name, *options):
    rates, whole = intervals(*options)
    still = sum(rate == 0 for rate in rates)
    print(f"{name:14} {whole:5.2f} Mbit/s; of {len(rates)} tenths of a second {still} without a byte, the most {max(rates):.1f} Mbit/s")
    return still / len(rates), whole


usual, rate = told("-b 1M", "-b", "1M")
small, _ = told("-b 1M -l 1250", "-b", "1M", "-l", "1250")
if not 0.5 < rate < 1.6:
    print("the rate was not kept", file=sys.stderr)
    sys.exit(2)
if usual < 0.7:
    sys.exit("CHANGED: it sends in every tenth of a second")
if small > 0.4:
    sys.exit("CHANGED: small blocks are bursts too")
PYTHON
/usr/bin/python3 "$dir/bursts.py"
echo "as seen: one write a second"
