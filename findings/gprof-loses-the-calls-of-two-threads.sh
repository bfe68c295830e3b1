#!/bin/sh
# gprof: two threads that each call a function 20 million times at the same time have called it 22 million times, by the profile.
# One after the other it is 40.
#
# Guess: a counter that two threads raise without a lock loses a few in a thousand; a counting profiler for threads uses a lock.
# Seen (gcc 12.2.0, glibc 2.36, binutils 2.40), gcc -pg: together 22,638,047 of 40,000,000 calls, one after the other 40,000,000.
#   Whoever finds the table of calls in use goes on without counting.
# So: calls, and so time per call, of a program with threads are wrong by as much as its threads really ran at the same time: it
#   looks as if it did less. Interleave counts tasks in a counter of each thread, and adds them up.
set -eu
command -v gcc >/dev/null && command -v gprof >/dev/null || { echo "needs gcc and gprof (binutils)" >&2; exit 2; }
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
gcc --version | head -1
gprof --version | head -1
cat >calls.c <<'C'
#include <pthread.h>

__attribute__((noinline)) long twice(long number) {
    __asm__("");
    return number * 2;
}
static void *call(void *none) {
    volatile long sum = 0;
    for (long i = 0; i < 20000000; i++) sum += twice(i);
    return none;
}
int main(int count, char **unused) {
    pthread_t threads[2];
    for (int i = 0; i < 2; i++) {
        pthread_create(threads + i, 0, call, 0);
        if (count > 1) pthread_join(threads[i], 0);
    }
    if (count == 1)
        for (int i = 0; i < 2; i++) pthread_join(threads[i], 0);
}
C
gcc -pg -O1 -pthread calls.c -o calls
# Prints $1 and the number of calls in the profile.
calls() { gprof -b -p calls gmon.out | awk -v how="$1" '$NF == "twice" { print how, $4 }'; }
echo "two threads, calls of 40 million:"
{
    ./calls in-turn && calls in-turn
    for _ in 1 2 3; do ./calls && calls together; done
} | tee seen
awk '$1 == "in-turn" { exit $2 != 40000000 }' seen || { echo "CHANGED: calls are lost without concurrency" >&2; exit 1; }
awk '$1 == "together" && $2 < 39e6 { lost = 1 } END { exit !lost }' seen || { echo "CHANGED: all calls are counted" >&2; exit 1; }
echo "as seen: many are not counted"
