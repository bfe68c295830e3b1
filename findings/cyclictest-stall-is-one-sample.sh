#!/bin/sh
# cyclictest -i 1000: a stall of one second is one late cycle in its histogram. The thousand cycles that were due meanwhile are
# skipped, so of three seconds it has 2,000 samples, and their 99.9th percentile knows nothing of the stall.
#
# Guess: a cycle each millisecond is a plan: a stall of a second makes a thousand late ones, from 1,000 ms down to 1, and a third
#   of all samples is late.
# Seen (cyclictest of rt-tests 2.4, Linux 6.18; the tool is stopped for a second of three by SIGSTOP): 1,646 to 1,956 samples of
#   3,000, 4 to 27 above 3 ms, "Max Latencies: 1003505", average 615 us.
#   After a late wake-up the next one is put past the present: what is missed is not made up, and not counted.
# So: its maximum is right, its percentiles are those of a closed loop (coordinated omission). Interleave's open load keeps its
#   plan, and each late start counts.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, for cyclictest" >&2; exit 2; }
command -v cyclictest >/dev/null || { apt-get update -q && apt-get install -y -q rt-tests; } >/dev/null 2>&1
command -v cyclictest >/dev/null || { echo "needs cyclictest (rt-tests)" >&2; exit 2; }
dir=$(mktemp -d)
tool=
trap 'kill -CONT $tool 2>/dev/null || :; kill $tool 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
cyclictest --help 2>&1 | head -1
uname -r
cyclictest -q -t1 -i 1000 -D 3 -h 3000 >report &
tool=$!
sleep 1
kill -STOP "$tool"
sleep 1
kill -CONT "$tool"
wait "$tool"
tool=
samples=$(awk '/^# Total:/ { print $3 + 0 }' report)
largest=$(awk '/^# Max Latencies:/ { print $4 + 0 }' report)
late=$(awk '/^# Histogram Overflows:/ { print $4 + 0 }' report)
echo "$samples samples of 3,000, $late of them above 3 ms, the largest $largest us"
[ "$largest" -gt 900000 ] || { echo "the stall is not in the report" >&2; exit 1; }
[ "$samples" -lt 2300 ] || { echo "CHANGED: missed cycles are samples" >&2; exit 1; }
[ "$late" -lt 500 ] || { echo "CHANGED: a stall is many late cycles" >&2; exit 1; }
echo "as seen: a stall of a thousand cycles is one"
