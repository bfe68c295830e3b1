#!/bin/sh
# Erlang: a process that wakes up each 2 ms is a fifth of a percent of a CPU by the runtime's own account
# (scheduler_wall_time), and ten percent by the kernel's. With busy waiting off it is 1 % by the kernel's.
#
# Guess: 0.5 % by the one, 1 % by the other; a scheduler that spins is busy, and its own account says so.
# Seen (Erlang/OTP 25 with erts 13.1.5, Linux 6.18, 2 CPUs): timer:sleep(2) in a loop: own account 0.12 to 0.20 %, kernel
#   9.4 to 10.2 %; sleep(5): 0.20 and 6.2 %; sleep(10): 0.17 and 0.5 %. With +sbwt none: 0.18 to 0.26 and 0.94 to 1.0 %.
#   A scheduler looks for work for a while before it sleeps. That is CPU time for the kernel, and waiting for the runtime.
# So: "schedulers at 1 %" and "CPU at 10 %" are both right, and a flag gives the nine back. Interleave shows the kernel's.
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
cat >account.erl <<'ERLANG'
-module(account).
-export([main/0]).

repeat(0) -> ok;
repeat(Times) -> timer:sleep(2), repeat(Times - 1).

%% CPU time of the process by the kernel, in ticks of 10 ms.
ticks() ->
    {ok, Stat} = file:read_file("/proc/self/stat"),
    Fields = string:tokens(binary_to_list(Stat), " "),
    list_to_integer(lists:nth(14, Fields)) + list_to_integer(lists:nth(15, Fields)).

%% Prints percent of one CPU, times a hundred: the runtime's account and the kernel's.
main() ->
    erlang:system_flag(scheduler_wall_time, true),
    timer:sleep(500),
    Before = lists:sort(erlang:statistics(scheduler_wall_time)),
    Used = ticks(),
    Begun = erlang:monotonic_time(microsecond),
    repeat(1000),
    Took = erlang:monotonic_time(microsecond) - Begun,
    Spent = ticks() - Used,
    After = lists:sort(erlang:statistics(scheduler_wall_time)),
    Active = lists:sum([B - A || {{_, A, _}, {_, B, _}} <- lists:zip(Before, After)]),
    Wall = lists:max([B - A || {{_, _, A}, {_, _, B}} <- lists:zip(Before, After)]),
    io:format("~b ~b~n", [10000 * Active div Wall, 10000 * 10000 * Spent div Took]),
    halt().
ERLANG
run -eval 'compile:file("account.erl"), halt().'
by_default=$(run -s account main)
without=$(run +sbwt none +sbwtdcpu none +sbwtdio none -s account main)
echo "hundredths of a percent of a CPU, own account and the kernel's: $by_default by default, $without without busy waiting"
echo "$by_default" | awk '{ exit !($2 > 5 * $1 && $2 > 200) }' || { echo "CHANGED: the two accounts agree" >&2; exit 1; }
echo "$by_default $without" | awk '{ exit !($4 < $2 / 2) }' || { echo "CHANGED: busy waiting takes nothing" >&2; exit 1; }
echo "as seen: what it spins is not in its account"
