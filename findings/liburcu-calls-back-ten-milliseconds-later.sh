#!/bin/sh
# Userspace RCU (liburcu): a function given to call_rcu is called 10 ms later, rcu_barrier takes 10 ms, and synchronize_rcu, which waits
# for the same thing, 1 us.
#
# Guess: no reader is there, so a thread wakes up and calls it at once: 0.1 ms.
# Seen (liburcu 0.13.2, Linux 6.18), median of 50: call_rcu 10.1 ms, synchronize_rcu 0.001 ms, rcu_barrier 10.2 ms. The thread that
#   calls back sleeps for 10 ms when it wakes, so as to do many at once.
# So: what hands on by such a call (a tracer's buffers, a router's or DNS server's new tables) is late by that, busy or idle, and its
#   latencies stand at 10 ms. In Interleave's views it is one thread with 100 switches a second at most.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in liburcu-dev=0.13.2-1 liburcu8=0.13.2-1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >later.c <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <urcu.h>

enum { TIMES = 50 };
static struct rcu_head head;
static _Atomic int called;
static double at;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int larger(const void *one, const void *other) {
    return *(const double *)one < *(const double *)other ? -1 : 1;
}

static void calls(struct rcu_head *none) {
    at = now();
    called = 1;
}

static double by_call(void) {
    double begin = now();
    called = 0;
    call_rcu(&head, calls);
    while (!called) usleep(50);
    return at - begin;
}

static double by_waiting(void) {
    double begin = now();
    synchronize_rcu();
    return now() - begin;
}

static double by_barrier(void) {
    double begin = now();
    rcu_barrier();
    return now() - begin;
}

static void show(const char *name, double (*takes)(void)) {
    double took[TIMES];
    for (int i = 0; i < TIMES; i++) {
        usleep(15000);
        took[i] = takes();
    }
    qsort(took, TIMES, sizeof *took, larger);
    printf("%s %.3f\n", name, took[TIMES / 2]);
}

int main(void) {
    rcu_register_thread();
    show("call_rcu", by_call);
    show("synchronize_rcu", by_waiting);
    show("rcu_barrier", by_barrier);
    _exit(fflush(stdout));
}
C
library="root/usr/lib/$(uname -m)-linux-gnu"
cc -O1 -w -Iroot/usr/include -I"root/usr/include/$(uname -m)-linux-gnu" later.c -L"$library" -lurcu -lurcu-common -pthread -o later
echo "median milliseconds:"
LD_LIBRARY_PATH="$library" ./later | tee seen
awk '/call|barrier/ && $2 < 5 { exit 1 }' seen || { echo "CHANGED: it calls back at once" >&2; exit 1; }
awk '/synchronize/ && $2 > 2 { exit 1 }' seen || { echo "CHANGED: waiting takes as long" >&2; exit 1; }
echo "as seen: ten milliseconds later"
