#!/bin/sh
# Erlang: timer:sleep(1) takes two milliseconds, sleep(5) six and sleep(10) eleven. A loop that sleeps 1 ms runs 495 times a
# second.
#
# Guess: the time and what the kernel is late by, 1.1 ms: 900 times a second.
# Seen (Erlang/OTP 25 with erts 13.1.5, Linux 6.18): 2.016 to 2.018, 6.04 to 6.06 and 11.01 to 11.19 ms, alike with busy waiting
#   off. Timers stand on whole milliseconds of the runtime's clock, and the one that has begun does not count: a sleep that begins
#   just after a timer, as in a loop, has all of one more.
# So: a load of "one request each 2 ms" by sleeping in a loop is one each 3. Interleave's open load is a plan of send times.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get -q download erlang-base=1:25.2.3+dfsg-1+deb12u4 >/dev/null 2>&1 ||
    { echo "erlang-base 1:25.2.3+dfsg-1+deb12u4 is not served here" >&2; exit 2; }
dpkg -x erlang-base*.deb root
uname -r
export ROOTDIR="$dir/root/usr/lib/erlang" EMU=beam PROGNAME=erl HOME="$dir"
BINDIR=$(dirname "$(find "$ROOTDIR" -name erlexec | head -1)")
export BINDIR
run() { "$BINDIR/erlexec" -boot "$ROOTDIR/bin/start_clean" -noshell "$@"; }
run -eval 'io:put_chars(erlang:system_info(system_version)), halt().'
cat >sleeps.erl <<'ERLANG'
-module(sleeps).
-export([main/0]).

repeat(_, 0) -> ok;
repeat(Length, Times) -> timer:sleep(Length), repeat(Length, Times - 1).

%% Microseconds that a sleep of each length takes, on average.
main() ->
    [begin
         Times = 1000 div Length,
         Begun = erlang:monotonic_time(microsecond),
         repeat(Length, Times),
         io:format("~b ~b~n", [Length, (erlang:monotonic_time(microsecond) - Begun) div Times])
     end || Length <- [1, 5, 10]],
    halt().
ERLANG
run -eval 'compile:file("sleeps.erl"), halt().'
run -s sleeps main >seen
echo "sleep in ms, taken in us:"
cat seen
awk '$2 < ($1 + 0.9) * 1000 { exit 1 }' seen || { echo "CHANGED: a sleep is no millisecond longer" >&2; exit 1; }
echo "as seen: a millisecond longer"
