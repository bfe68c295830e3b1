#!/bin/sh
# The Boehm collector (libgc: Guile, Inkscape, w3m, old Mono, Crystal): each collection wakes every thread of the process that sleeps, two
# switches each, and those in nanosleep or poll come back before their time, with EINTR.
#
# Guess: a thread that sleeps has a stack that stands still, so a collection reads it and lets the thread sleep: 0 switches.
# Seen (libgc 8.2.2, Linux 6.18), 60 sleeping threads, one collection: 124 switches, 20 of 20 nanosleeps and 20 of 20 polls ended
#   early; threads at a condition 0 early, and woken as well. 200 MB in pieces of 1,000 bytes are 700 collections: 84,000 switches.
#   Each thread is stopped and started again by a signal of its own.
# So: switches per task grow with the threads that do nothing, and a loop that takes EINTR for its time-out runs too fast. The JVM's
#   collectors leave a sleeping thread alone. Interleave shows the switches by thread with t.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in libgc-dev=1:8.2.2-3 libgc1=1:8.2.2-3; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >sleepers.c <<'C'
#define GC_THREADS
#include <errno.h>
#include <gc.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { EACH = 20 };
static _Atomic long early_sleeps, early_polls;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;

static void *sleeps(void *none) {
    struct timespec long_time = {100, 0};
    for (;;)
        if (nanosleep(&long_time, 0) && errno == EINTR) early_sleeps++;
    return none;
}
static void *polls(void *none) {
    for (;;)
        if (poll(0, 0, 100000) < 0 && errno == EINTR) early_polls++;
    return none;
}
static void *waits(void *none) {
    pthread_mutex_lock(&mutex);
    for (;;) pthread_cond_wait(&condition, &mutex);
    return none;
}

static long switches(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nvcsw;
}

int main(void) {
    pthread_t thread;
    GC_INIT();
    for (int i = 0; i < EACH; i++) {
        pthread_create(&thread, 0, sleeps, 0);
        pthread_create(&thread, 0, polls, 0);
        pthread_create(&thread, 0, waits, 0);
    }
    usleep(500000);
    long before = switches();
    usleep(300000);
    printf("nothing: %ld switches\n", switches() - before - 1);
    before = switches();
    GC_gcollect();
    usleep(300000);
    // This thread's own sleep is one of them.
    printf("collection: %ld switches of %d threads, early %ld sleeps and %ld polls\n", switches() - before - 1, 3 * EACH,
        early_sleeps, early_polls);
    fflush(stdout);
    _exit(0);
}
C
library="root/usr/lib/$(uname -m)-linux-gnu"
cc -O1 -w -Iroot/usr/include sleepers.c -L"$library" -lgc -pthread -o sleepers
LD_LIBRARY_PATH="$library" ./sleepers | tee seen
awk '/nothing/ && $2 > 10 { exit 1 }' seen || { echo "CHANGED: they do not sleep" >&2; exit 1; }
awk '/collection/ { exit !($2 >= 55 && $7 >= 20 && $10 >= 20) }' seen || { echo "CHANGED: who sleeps is left alone" >&2; exit 1; }
echo "as seen: all wake"
