#!/bin/sh
# The last context switch of a thread, the one that it ends with, is in no account: not in getrusage of its process, nor in perf stat's
# count of the program. The scheduler makes it.
#
# Guess: 5,000 threads that do nothing, one after the other, make 10,000 switches: each ends with one, and whoever waits for it sleeps
#   once. getrusage, perf stat and the tracepoint of the machine agree to 1 %.
# Seen (Linux 6.18, linux-perf 6.1): getrusage 5,000, perf stat -e context-switches 5,001, sched:sched_switch of the program 5,001; the
#   same tracepoint for the whole machine, of threads with that name, 10,001. A thread's counts are added to its process's, and perf's
#   counters are closed, before it switches away for the last time.
# So: what makes a thread for each task has one switch more for each than anybody's number of the process. Interleave's README says so.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to trace the whole machine" >&2; exit 2; }
for tool in cc perf; do command -v $tool >/dev/null || { echo "needs $tool (linux-perf)" >&2; exit 2; }; done
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
perf --version
cat >brief.c <<'C'
#include <pthread.h>
#include <stdio.h>
#include <sys/resource.h>
static void *nothing(void *none) { return none; }
int main(void) {
    struct rusage usage;
    for (int i = 0; i < 5000; i++) {
        pthread_t thread;
        pthread_create(&thread, 0, nothing, 0);
        pthread_join(thread, 0);
    }
    getrusage(RUSAGE_SELF, &usage);
    printf("%ld\n", usage.ru_nvcsw + usage.ru_nivcsw);
}
C
cc -O1 -pthread brief.c -o brief-threads
own=$(perf stat -x, -o own -e context-switches ./brief-threads)
counted=$(awk -F, '/context-switches/ { print $1 }' own)
perf stat -x, -o all -a -e sched:sched_switch --filter 'prev_comm=="brief-threads"' ./brief-threads >/dev/null
made=$(awk -F, '/sched_switch/ { print $1 }' all)
echo "5,000 threads one after the other: getrusage $own, perf stat of the program $counted, the scheduler $made"
[ "${counted:-0}" -lt 8000 ] && [ "$own" -lt 8000 ] || { echo "CHANGED: the last switch is counted" >&2; exit 1; }
[ "$made" -gt 9500 ] || { echo "CHANGED: there is no such switch, or the tracepoint is not here" >&2; exit 1; }
echo "as seen: the last one is in no account"
