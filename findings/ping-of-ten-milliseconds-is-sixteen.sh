#!/bin/sh
# ping -i 0.01 sends each 16 ms, ping -i 0.009 each 9 ms, and ping -i 0.0009 without any pause, a hundred thousand in a
# second.
#
# Guess: a rate as asked, to a tenth of a millisecond; below a millisecond perhaps one of a millisecond.
# Seen (iputils 20221126, Linux 6.18 with HZ 250, loopback), mean ms between two requests: -i 1: 1,024; -i 0.1: 104.7;
#   -i 0.05: 56.0; -i 0.01: 16.0; -i 0.009: 9.1; -i 0.001: 1.04; -i 0.0009: 0.009. From 10 ms on it waits by a
#   receive with a time-out, which counts in the kernel's ticks and is two late; below it computes until the time has
#   come (at 9 ms 91 % of a CPU); below 1 ms the interval is cut to none.
# So: a steady trickle beside a measurement is not the one that was asked for, and one of 0.5 ms is a flood.
#   Interleave's open load tests the gaps that it made.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, as ping does for such intervals" >&2; exit 2; }
{ command -v apt-get && command -v dpkg; } >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q iputils-ping >/dev/null 2>&1 || { apt-get update -q && apt-get download -q iputils-ping; } >/dev/null 2>&1
dpkg -x iputils-ping_*.deb root
ping=root/bin/ping
[ -x $ping ] || ping=root/usr/bin/ping
$ping -V
uname -r
# Prints the mean time between two of $2 requests with an interval of $1 seconds: the least of five, as the machine may be busy.
gap() {
    for _ in 1 2 3 4 5; do $ping -q -i "$1" -c "$2" 127.0.0.1; done |
        awk -v i="$1" -v n="$2" '/transmitted/ { sub("ms", "", $NF); gap = $NF / (n - 1); if (!least || gap < least) least = gap }
            END { printf "%s %.3f\n", i, least }'
}
echo "interval in s, milliseconds between two requests:"
{ gap 0.05 20; gap 0.01 60; gap 0.009 60; gap 0.001 500; gap 0.0009 2000; } | tee seen
awk '{ n[$1] = $2 } END { exit !(n["0.01"] > 1.1 * n["0.009"] && n["0.01"] > 10.8) }' seen ||
    { echo "CHANGED: 10 ms are not longer than they should be" >&2; exit 1; }
awk '$1 == "0.0009" { exit !($2 < 0.3) }' seen || { echo "CHANGED: 0.9 ms is not a flood" >&2; exit 1; }
echo "as seen: 10 ms are 16, 0.9 ms are none"
