#!/bin/sh
# strace -f -p of a process of a hundred threads that sleep for good, for half a second: five voluntary switches in each thread, 500 in the
# process. SIGSTOP and SIGCONT are two each; perf record, taskset -a and reading smaps none.
#
# Guess: a stop for each thread when strace comes, one when it goes, and nothing between, as nobody makes a system call: 200 at most.
# Seen (strace 6.1, linux-perf 6.1, Linux 6.18), voluntary switches of a hundred threads in poll without an end: strace 500, SIGSTOP and
#   SIGCONT 200, perf record 0, taskset -a 0, smaps 0. Each stop is a sleep of the thread, and to attach, to go back into
#   the system call and to let go are several.
# So: a look with strace at an idle service is in its counts; voluntary switches then do not mean that it did something. Interleave
#   reads files of /proc and taskstats, which wake nobody.
set -eu
for tool in cc strace perf taskset; do command -v $tool >/dev/null || { echo "needs $tool" >&2; exit 2; }; done
[ -x /usr/bin/python3 ] || { echo "needs python3" >&2; exit 2; }
dir=$(mktemp -d)
sleepers=
trap 'kill -9 $sleepers 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
uname -r
strace -V | head -1
cat >sleepers.c <<'C'
#include <poll.h>
#include <pthread.h>
static void *sleeps(void *none) {
    for (;;) poll(0, 0, -1);
    return none;
}
int main(void) {
    pthread_t thread;
    for (int i = 0; i < 99; i++) pthread_create(&thread, 0, sleeps, 0);
    sleeps(0);
}
C
cc -O1 -pthread sleepers.c -o sleepers
./sleepers &
sleepers=$!
sleep 0.5
switches() { cat /proc/$sleepers/task/*/status | awk '/^voluntary/ { sum += $2 } END { print sum }'; }
show() {
    before=$(switches)
    "$@" >/dev/null 2>&1 || :
    sleep 0.4
    echo "$1 $(($(switches) - before))"
}
stopped() { kill -STOP $sleepers; sleep 0.2; kill -CONT $sleepers; }
echo "what was done, voluntary switches of a hundred threads:"
{
    show timeout 0.5 strace -f -o trace -p $sleepers | sed 's/timeout/strace/'
    show stopped
    show perf record -q -o data -p $sleepers -- sleep 0.3
    show taskset -acp "$(taskset -cp $sleepers | sed 's/.*: //')" $sleepers
    show cat /proc/$sleepers/smaps
} | tee seen
awk '$1 == "strace" && $2 < 350 { exit 1 }' seen || { echo "CHANGED: strace is a stop and an end" >&2; exit 1; }
awk '$1 ~ /^(perf|taskset|cat)$/ && $2 > 20 { exit 1 }' seen || { echo "CHANGED: others wake threads as well" >&2; exit 1; }
echo "as seen: five switches a thread"
