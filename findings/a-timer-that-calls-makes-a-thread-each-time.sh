#!/bin/sh
# timer_create with SIGEV_THREAD, "call this function each millisecond": glibc makes a new thread for each call, a thousand a
# second. musl makes one for the timer.
#
# Guess: a helper thread waits for the timer and calls the function: two threads in all, as many switches as calls.
# Seen (glibc 2.36, musl 1.2.3, Linux 6.18): in one second, glibc 842 calls by 842 different threads, 40 ms of CPU time; musl
#   976 calls by 1 thread, 20 ms.
# So: a service that does nothing but tick is a thousand threads a second in the machine's count of forks, and none of them is
#   there when a monitor looks. Interleave's switches and CPU time of a process hold what threads that ended had.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get -q download musl-dev=1.2.3-1 >/dev/null 2>&1 || { echo "musl-dev 1.2.3-1 is not served here" >&2; exit 2; }
dpkg -x musl-dev*.deb root
uname -r
cat >calls.c <<'C'
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 4096 };

static int threads[MOST], calls;

static void call(union sigval unused) {
    (void) unused;
    int number = __atomic_fetch_add(&calls, 1, __ATOMIC_SEQ_CST);
    if (number < MOST) threads[number] = syscall(SYS_gettid);
}

static int order(const void *one, const void *other) { return *(const int *) one - *(const int *) other; }

int main(void) {
    struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_notify_function = call};
    struct itimerspec each = {{0, 1000000}, {0, 1000000}};
    struct timespec second = {1, 0};
    timer_t timer;
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) || timer_settime(timer, 0, &each, 0)) return 2;
    while (nanosleep(&second, &second)) continue;
    int seen = calls < MOST ? calls : MOST, different = 0;
    qsort(threads, seen, sizeof *threads, order);
    for (int i = 0; i < seen; i++) different += i == 0 || threads[i] != threads[i - 1];
    printf("%d %d\n", seen, different);
    return 0;
}
C
cc -O1 -pthread calls.c -o with-glibc -lrt
library=root/usr/lib/x86_64-linux-musl
[ -d "$library" ] || { echo "needs an x86-64 machine" >&2; exit 2; }
cc -O1 -static -nostdinc -isystem root/usr/include/x86_64-linux-musl -nostdlib -nostartfiles "$library/crt1.o" calls.c \
    -L"$library" -lc -lgcc -lgcc_eh -lc -o with-musl
glibc=$(./with-glibc)
musl=$(./with-musl)
echo "calls and different threads: glibc $glibc, musl $musl"
echo "$glibc" | awk '{ exit !($1 > 100 && $2 > $1 / 2) }' || { echo "CHANGED: glibc keeps a thread" >&2; exit 1; }
echo "$musl" | awk '{ exit !($1 > 100 && $2 == 1) }' || { echo "CHANGED: musl has more than one thread" >&2; exit 1; }
echo "as seen: a thread for each call, or one"
