#!/bin/sh
# nice -n 19 changes nothing between two sessions (setsid, another terminal, a service of its own): two busy loops on one CPU
# have half of it each. In one session the nice one has 2 %.
#
# Guess: a process of niceness 19 leaves 98 % of a CPU to one of niceness 0, wherever each was started.
# Seen (Linux 6.18, sched_autogroup_enabled 1, no CPU cgroup): same session 290 and 5 ticks of 300; with setsid 146 and 150; with
#   setsid and 19 written into its /proc/self/autogroup 296 and 4.
#   The scheduler shares a CPU among sessions first, each with a niceness of its own (0), and then among the threads of each.
# So: a load that is niced to stay out of the way does not, when it is started by setsid. The runs of Interleave's monitor have
#   sessions of their own, and tell them the niceness that they have.
set -eu
command -v setsid >/dev/null && command -v taskset >/dev/null || { echo "needs setsid and taskset (util-linux)" >&2; exit 2; }
[ "$(cat /proc/sys/kernel/sched_autogroup_enabled 2>/dev/null)" = 1 ] || { echo "needs sched_autogroup_enabled" >&2; exit 2; }
uname -r
dir=$(mktemp -d)
usual=
kind=
trap 'kill $usual $kind 2>/dev/null || :; rm -rf "$dir"' EXIT
cpu=$(taskset -cp $$ | sed 's/.*[^0-9]\([0-9]*\)$/\1/')
echo 'while :; do :; done' >"$dir/busy"
ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }
# Percent of what both get that the nice one gets, over three seconds.
share() {
    taskset -c "$cpu" sh "$dir/busy" &
    usual=$!
    "$@" &
    kind=$!
    sleep 0.5
    a=$(ticks $usual)
    b=$(ticks $kind)
    sleep 3
    a=$(($(ticks $usual) - a))
    b=$(($(ticks $kind) - b))
    kill $usual $kind
    wait $usual $kind 2>/dev/null || :
    usual=
    kind=
    share=$((b * 100 / (a + b)))
}
share nice -n 19 taskset -c "$cpu" sh "$dir/busy"
same=$share
share setsid nice -n 19 taskset -c "$cpu" sh "$dir/busy"
other=$share
share setsid nice -n 19 taskset -c "$cpu" sh -c "echo 19 >/proc/self/autogroup; exec sh $dir/busy"
told=$share
echo "the nice one has: in the same session $same %, in its own $other %, in its own that is nice too $told %"
[ "$same" -lt 15 ] && [ "$told" -lt 15 ] || { echo "CHANGED: nice does not count at all" >&2; exit 1; }
[ "$other" -gt 35 ] || { echo "CHANGED: nice counts between sessions" >&2; exit 1; }
echo "as seen: nice within a session"
