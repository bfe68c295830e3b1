#!/bin/sh
# perf stat -p PID counts the children that the process makes from then on, and what they execute: a shell of 780 context switches has 1,200.
#
# Guess: -p is about that process, all its threads; children are of another process, and would be asked for by --pid of their own.
# Seen (linux-perf 6.1, Linux 6.18), a shell that runs /bin/true 400 times: 780 by its /proc/PID/status, perf stat -e
#   context-switches -p 1,154 to 1,226; with --no-inherit 746 to 786, the shell's. Counters are inherited by whoever is forked.
# So: of a server that starts programs perf and pidstat have two numbers, both right. Interleave tells a watched process's
#   switches without its children, and those of a command that it started with them, and says which.
set -eu
command -v perf >/dev/null || { echo "needs perf (linux-perf)" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
perf --version
cat >shell.sh <<'SH'
# Waits until it is counted, runs 400 programs, and says what it switched meanwhile.
switches() { awk '/ctxt_switches/ { sum += $2 } END { print sum }' "/proc/$$/status" >"$1"; }
sleep 1
switches before
i=0
while [ $i -lt 400 ]; do /bin/true; i=$((i + 1)); done
switches after
sleep 2
SH
count() {
    sh shell.sh &
    shell=$!
    sleep 0.3
    perf stat -x, -o counted -e context-switches "$@" -p $shell 2>/dev/null &
    wait $shell
    wait
    own=$(($(cat after) - $(cat before)))
    echo "the shell's own $own, perf stat $* -p $(awk -F, '/context-switches/ { print $1 }' counted)"
}
count | tee seen
count --no-inherit | tee -a seen
awk -F'[ ,]+' 'NR == 1 { exit !($NF > $4 + 150) }' seen || { echo "CHANGED: children are not counted" >&2; exit 1; }
awk -F'[ ,]+' 'NR == 2 { exit !($NF < $4 + 100) }' seen || { echo "CHANGED: they are always counted" >&2; exit 1; }
echo "as seen: children are counted"
