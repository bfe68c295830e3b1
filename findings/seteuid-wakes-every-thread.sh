#!/bin/sh
# glibc: seteuid (and its kin: setuid, setgid, setgroups) of one thread wakes every other thread of the process: nanosleep, poll,
# epoll_wait and sem_timedwait end there before their time, with EINTR, though nobody sent a signal and nothing was changed.
#
# Guess: a system call, under a microsecond; who the user is concerns nobody's sleep.
# Seen (glibc 2.36, Linux 6.18), 600 sleeping threads, seteuid(geteuid()): 8 ms, 250 to 600 context switches; ended by EINTR: nanosleep
#   100 of 100, poll 100, epoll_wait 100, sem_timedwait 100; pthread_cond_timedwait and read of an eventfd go on.
#   For the kernel each thread has a user of its own; glibc has each change it, by a signal that it keeps for itself.
# So: a file server that takes on its client's user by seteuid wakes all its threads for each request, and shows it as switches
#   of threads that had nothing to do: Interleave tells them for each thread of a process.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >user.c <<'C'
#define _GNU_SOURCE
#include <errno.h>
#include <gnu/libc-version.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { NANOSLEEP, POLL, EPOLL_WAIT, SEM_TIMEDWAIT, COND_TIMEDWAIT, READ, WAYS, EACH = 100 };

static const char *names[] = {"nanosleep", "poll", "epoll_wait", "sem_timedwait", "cond_timedwait", "read"};
static int interrupted[WAYS];
static sem_t semaphore;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;

/* Sleeps for 20 s in one of six ways, and counts an end by EINTR. */
static void *sleep_so(void *way) {
    struct timespec length = {20, 0}, until;
    struct epoll_event event;
    uint64_t number;
    int ended = 0;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += 20;
    switch ((intptr_t) way) {
    case NANOSLEEP: ended = nanosleep(&length, 0); break;
    case POLL: ended = poll(0, 0, 20000); break;
    case EPOLL_WAIT: ended = epoll_wait(epoll_create1(0), &event, 1, 20000); break;
    case SEM_TIMEDWAIT: ended = sem_timedwait(&semaphore, &until); break;
    case COND_TIMEDWAIT:
        pthread_mutex_lock(&mutex);
        errno = pthread_cond_timedwait(&condition, &mutex, &until);
        ended = errno ? -1 : 0;
        pthread_mutex_unlock(&mutex);
        break;
    case READ: ended = read(eventfd(0, 0), &number, sizeof number) == sizeof number ? 0 : -1; break;
    }
    if (ended < 0 && errno == EINTR) __atomic_fetch_add(&interrupted[(intptr_t) way], 1, __ATOMIC_SEQ_CST);
    return 0;
}

static long switches(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nvcsw + usage.ru_nivcsw;
}

int main(void) {
    pthread_attr_t small;
    struct timespec begun, done;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 1 << 16);
    sem_init(&semaphore, 0, 0);
    for (intptr_t i = 0; i < WAYS * EACH; i++) {
        pthread_t thread;
        if (pthread_create(&thread, &small, sleep_so, (void *) (i % WAYS))) return 2;
    }
    usleep(700000);
    long before = switches();
    clock_gettime(CLOCK_MONOTONIC, &begun);
    if (seteuid(geteuid())) return 2;
    clock_gettime(CLOCK_MONOTONIC, &done);
    usleep(500000);
    printf("glibc %s, switches %ld, us %ld\n", gnu_get_libc_version(), switches() - before,
        (done.tv_sec - begun.tv_sec) * 1000000 + (done.tv_nsec - begun.tv_nsec) / 1000);
    for (int way = 0; way < WAYS; way++) printf("%s %d\n", names[way], interrupted[way]);
    fflush(stdout);
    _exit(0);
}
C
cc -O1 -pthread user.c -o user 2>/dev/null || { echo "needs glibc" >&2; exit 2; }
./user >seen || { echo "600 threads are not allowed here" >&2; exit 2; }
echo "ended by EINTR, of 100 each, when another thread called seteuid(geteuid()):"
cat seen
awk '/^(nanosleep|poll|epoll_wait|sem_timedwait) / && $2 != 100 { exit 1 }' seen ||
    { echo "CHANGED: they sleep on" >&2; exit 1; }
awk '/^(cond_timedwait|read) / && $2 != 0 { exit 1 }' seen || { echo "CHANGED: conditions and reads end, too" >&2; exit 1; }
awk '/^glibc/ { exit !($4 + 0 > 150) }' seen || { echo "CHANGED: the others are not woken" >&2; exit 1; }
echo "as seen: everybody is woken"
