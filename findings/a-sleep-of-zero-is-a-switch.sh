#!/bin/sh
# usleep(0) of C and time.sleep(0) of Python sleep: one voluntary context switch and 70 to 130 us each. Thread.sleep(0) of Java is a yield,
# and poll with a time-out of 0 returns at once.
#
# Guess: a sleep of nothing returns at once, or gives the CPU to who waits for it, as sched_yield does: no voluntary switch.
# Seen (Linux 6.18, Python 3.11, JDK 25.0.3), voluntary switches and microseconds a call, nobody else waiting for this CPU:
#   usleep(0) 1.00, 81    nanosleep of 0 1.00, 93    time.sleep(0) 1.00, 70 to 128    poll(0) 0.00, 0.1    sched_yield 0.00, 0.4
#   Thread.sleep(0) 0.00    LockSupport.parkNanos(0) 0.00
#   The kernel arms a timer for now and waits for it, with the timer slack of 50 us.
# So: a loop that "only yields" by sleep(0) makes 10,000 switches a second and uses little CPU; it looks like I/O. Interleave's
#   words say of a voluntary switch that a thread gave its CPU up to wait, and not what for.
set -eu
command -v cc >/dev/null && [ -x /usr/bin/python3 ] || { echo "needs a C compiler and python3" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
/usr/bin/python3 --version
cat >zero.c <<'C'
#define _GNU_SOURCE
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

static void by_usleep(void) { usleep(0); }
static void by_nanosleep(void) {
    struct timespec none = {0, 0};
    nanosleep(&none, 0);
}
static void by_poll(void) { poll(0, 0, 0); }
static void by_yield(void) { sched_yield(); }

static void show(const char *name, void (*sleeps)(void)) {
    struct rusage before, after;
    struct timespec begin, end;
    getrusage(RUSAGE_SELF, &before);
    clock_gettime(CLOCK_MONOTONIC, &begin);
    for (int i = 0; i < 1000; i++) sleeps();
    clock_gettime(CLOCK_MONOTONIC, &end);
    getrusage(RUSAGE_SELF, &after);
    printf("%s %.2f %.1f\n", name, (after.ru_nvcsw - before.ru_nvcsw) / 1e3,
        (end.tv_sec - begin.tv_sec) * 1e3 + (end.tv_nsec - begin.tv_nsec) / 1e6);
}

int main(void) {
    show("usleep(0)", by_usleep);
    show("nanosleep(0)", by_nanosleep);
    show("poll(0)", by_poll);
    show("sched_yield", by_yield);
}
C
cc -O1 zero.c -o zero
cat >zero.py <<'PYTHON'
import resource, time

before, begin = resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw, time.perf_counter()
for _ in range(1000):
    time.sleep(0)
took = time.perf_counter() - begin
print(f"time.sleep(0) {(resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw - before) / 1000:.2f} {took * 1000:.1f}")
PYTHON
echo "call, voluntary switches, microseconds:"
{ ./zero; /usr/bin/python3 zero.py; } | tee seen
awk '/sleep/ { if ($2 < 0.9) exit 1 }' seen || { echo "CHANGED: it does not sleep" >&2; exit 1; }
awk '/poll|yield/ { if ($2 > 0.1) exit 1 }' seen || { echo "CHANGED: poll and yield sleep, too" >&2; exit 1; }
echo "as seen: it sleeps"
