#!/bin/sh
# perf sched latency: a thread that sleeps 500 times has 1 to 3 "Switches" there, and its average and maximum delay are of those.
# perf sched timehist has all of them, from the same file.
#
# Guess: both reports read one recording, so a thread that slept 500 times has some 500 switches and delays in each.
# Seen (perf 6.1.187, Linux 6.18): latency 2 switches of 501, at 1 s as at 4 threads; timehist 501. The recorder takes
#   sched_waking in place of sched_wakeup since timehist can use it; latency knows sched_wakeup alone, and is left with the
#   first run of each thread and those that it was pushed aside in.
# So: "max delay 0.03 ms" of a service may be of its start alone. Interleave's run-queue wait is the kernel's own sum.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to trace the scheduler" >&2; exit 2; }
command -v cc >/dev/null && command -v perf >/dev/null || { echo "needs cc and perf (linux-perf)" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
perf --version
cat >sleeper.c <<'C'
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

int main(void) {
    struct rusage usage;
    struct timespec millisecond = {0, 1000000};
    for (int i = 0; i < 500; i++) nanosleep(&millisecond, 0);
    getrusage(RUSAGE_SELF, &usage);
    printf("itself %ld\n", usage.ru_nvcsw + usage.ru_nivcsw);
}
C
cc -O1 sleeper.c -o sleeper
perf sched record -q -o data -- ./sleeper >seen 2>errors || { echo "perf cannot trace the scheduler here" >&2; exit 2; }
perf sched latency -i data 2>/dev/null | awk '/sleeper/ { split($0, part, "|"); print "latency", part[3] + 0 }' >>seen
perf sched timehist -s -i data 2>/dev/null | awk '/sleeper\[/ { print "timehist", $3 }' >>seen
echo "switches of a program of 500 sleeps, by:"
cat seen
awk '$1 == "itself" && $2 >= 500 { itself = 1 } $1 == "timehist" && $2 >= 450 { all = 1 } END { exit !(itself && all) }' seen ||
    { echo "CHANGED: timehist does not have them either" >&2; exit 1; }
awk '$1 == "latency" && $2 > 0 && $2 < 100 { few = 1 } END { exit !few }' seen ||
    { echo "CHANGED: latency has most of them, or nothing" >&2; exit 1; }
echo "as seen: a few of them"
