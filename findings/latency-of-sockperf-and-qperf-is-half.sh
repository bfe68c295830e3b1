#!/bin/sh
# sockperf ping-pong and qperf tcp_lat, one message there and back at a time: the "latency" that they print is half of the time between
# question and answer. ping, redis-benchmark, netperf and every HTTP tool print the whole.
#
# Guess: latency is what the one who asks waits: a second over the number of answers in a second.
# Seen (sockperf 3.7, qperf 0.4.11, loopback), latency times answers a second: sockperf 0.50 (50.5 us at 9,905), qperf 0.50 (11.8 us at 42,260);
#   qperf's own msg_rate, 84,500, counts both directions. Both mean the way in one direction, and get it by dividing by two.
# So: two tools on one socket differ by two, whichever is slower, and "12 us of network" beside a service time of 24 us is no network
#   that is twice as fast. Interleave's response time is from the planned start to the end.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
servers=
trap 'kill $servers 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
for package in sockperf=3.7-1 qperf=0.4.11-3 libibverbs1 librdmacm1 libnl-3-200 libnl-route-3-200; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
library=$(echo "$dir"/root/usr/lib/*/libibverbs.so.1)
LD_LIBRARY_PATH="$(dirname "$library"):$dir/root/lib/$(basename "$(dirname "$library")")"
LC_ALL=C
export LD_LIBRARY_PATH LC_ALL
port=$((20000 + $$ % 20000))
uname -r
root/usr/bin/sockperf server --tcp -i 127.0.0.1 -p "$port" >/dev/null 2>&1 &
servers=$!
root/usr/bin/qperf -lp $((port + 1)) >/dev/null 2>&1 &
servers="$servers $!"
sleep 1
root/usr/bin/sockperf ping-pong --tcp -i 127.0.0.1 -p "$port" -t 3 >sockperf 2>&1 || { tail -3 sockperf; echo "sockperf does not run here" >&2; exit 2; }
root/usr/bin/qperf -lp $((port + 1)) -ip $((port + 2)) -t 3 -vv 127.0.0.1 tcp_lat >qperf 2>&1 || { tail -3 qperf; echo "qperf does not run here" >&2; exit 2; }
echo "tool, latency in us, answers a second, their product in seconds:"
{
    tr -d ',' <sockperf | awk '/Valid Duration/ { split($0, part, "[=; ]+"); for (i in part) { if (part[i] == "RunTime") time = part[i + 1]; if (part[i] == "ReceivedMessages") answers = part[i + 1] } }
        /Summary: Latency is/ { latency = $(NF - 1) } END { printf "sockperf %.1f %.0f %.2f\n", latency, answers / time, latency * answers / time / 1e6 }'
    tr -d ',' <qperf | awk '$1 == "latency" { latency = $3 * ($4 == "ms" ? 1000 : $4 == "ns" ? 0.001 : 1) } $1 == "loc_real_time" { time = $3 }
        $1 == "loc_recv_msgs" { answers = $3 } END { printf "qperf %.1f %.0f %.2f\n", latency, answers / time, latency * answers / time / 1e6 }'
} | tee seen
awk '$3 < 50 { exit 1 }' seen || { echo "the tools told too little" >&2; exit 2; }
awk '$4 < 0.4 || $4 > 0.6 { exit 1 }' seen || { echo "CHANGED: it is not half" >&2; exit 1; }
echo "as seen: half"
