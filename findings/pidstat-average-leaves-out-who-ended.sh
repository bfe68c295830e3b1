#!/bin/sh
# pidstat 1 5: a process that computed in three of the five seconds and ended has no line under "Average:". One that began in the
# third is there, with its CPU time over all five.
#
# Guess: the average is of what was shown above it: both have 60 %, or 100 % of the time that they were there.
# Seen (sysstat 12.6.1): lines of 100 % (as far as the CPUs are free) for both while they run; Average: nothing for the one that
#   ended, 10.6 % for the one that began late and had 15, 5 and 34 % in three of five lines.
#   The averages are of the processes that are there at the end, from the first sample to the last.
# So: a batch of short jobs that had all of a CPU is not in the summary that a script takes; the lines before have it. Interleave
#   keeps the CPU time of children that came and went with the command that started them.
set -eu
command -v pidstat >/dev/null || { echo "needs pidstat (sysstat)" >&2; exit 2; }
dir=$(mktemp -d)
first=
second=
trap 'kill $first $second 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
pidstat -V 2>&1 | head -1
export LC_ALL=C S_COLORS=never S_TIME_FORMAT=ISO
sh -c 'while :; do :; done' &
first=$!
pidstat -u 1 5 >seen &
report=$!
sleep 2.6
sh -c 'while :; do :; done' &
second=$!
sleep 0.6
kill "$first"
wait "$report"
kill "$second"
# Of process $2: the number of lines and the sum of %CPU where the first word is or is not Average.
lines() {
    awk -v pid="$2" -v average="$1" '$3 == pid && ($1 == "Average:") == average { n++; sum += $8 } END { print n + 0, sum + 0 }' seen
}
ended=$(lines 0 "$first")
ended_average=$(lines 1 "$first")
began=$(lines 0 "$second")
began_average=$(lines 1 "$second")
echo "ended after 3 s: lines and sum of %CPU $ended, under Average $ended_average"
echo "began after 3 s: lines and sum of %CPU $began, under Average $began_average"
echo "$ended $began" | awk '{ exit !($1 >= 2 && $2 > 0 && $3 >= 2 && $4 > 0) }' || { echo "they had no time here" >&2; exit 2; }
echo "$ended_average" | awk '{ exit !($1 == 0) }' || { echo "CHANGED: who ended is in the averages" >&2; exit 1; }
echo "$began $began_average" | awk '{ exit !($3 == 1 && $4 > $2 / 5 * 0.85 && $4 < $2 / 5 * 1.15) }' ||
    { echo "CHANGED: who began late is averaged over its own time" >&2; exit 1; }
echo "as seen: who ended is left out"
