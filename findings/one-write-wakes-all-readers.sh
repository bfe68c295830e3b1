#!/bin/sh
# A hundred threads wait in read() for the same thing, and one of them is served: a pipe, a datagram socket and an accept wake
# one thread; a TCP connection, a Unix stream, an eventfd and a timerfd wake all hundred.
#
# Guess: it is poll and epoll that wake all who look; who waits in read() is queued, and one write wakes one, an eventfd with
#   EFD_SEMAPHORE above all, which gives out one unit a read.
# Seen (Linux 6.18), voluntary switches for one write while 100 threads are in read():
#   pipe 1.0, UDP 1.0, Unix datagram 1.0, accept 1.0, TCP 101, Unix stream 98, eventfd (EFD_SEMAPHORE) 100, timerfd 90 to 100.
# So: workers that share a counter or a connection cost a switch each for every task; those that share a pipe cost one.
#   Interleave shows it as switches per task that grow with the number of threads.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >herd.c <<'C'
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum { THREADS = 100, WRITES = 10 };

static long switches(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nvcsw;
}

static void *read_on(void *fd) {
    uint64_t bytes;
    while (read(*(int *) fd, &bytes, sizeof bytes) > 0) continue;
    return 0;
}

static void *accept_on(void *fd) {
    int connection;
    while ((connection = accept(*(int *) fd, 0, 0)) >= 0) close(connection);
    return 0;
}

static struct sockaddr_in here = {.sin_family = AF_INET};

static void serve(int fd) {
    uint64_t one = 1;
    if (write(fd, &one, sizeof one) != sizeof one) exit(2);
}

static void expire(int fd) {
    struct itimerspec once = {{0, 0}, {0, 1000}};
    timerfd_settime(fd, 0, &once, 0);
}

static void call(int unused) {
    (void) unused;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(fd, (struct sockaddr *) &here, sizeof here)) exit(2);
    close(fd);
}

/* Prints the voluntary switches that the waiting threads make for one write. */
static void herd(const char *name, int waited, void *(*wait)(void *), int written, void (*act)(int)) {
    pthread_t threads[THREADS];
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 1 << 16);
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], &small, wait, &waited)) exit(2);
    usleep(300000);
    long before = switches();
    for (int i = 0; i < WRITES; i++) {
        act(written);
        usleep(30000);
    }
    printf("%s %.1f\n", name, (double) (switches() - before - WRITES) / WRITES);
    for (int i = 0; i < THREADS; i++) pthread_cancel(threads[i]);
    for (int i = 0; i < THREADS; i++) pthread_join(threads[i], 0);
}

static int bound(int type) {
    int fd = socket(AF_INET, type, 0);
    socklen_t length = sizeof here;
    here.sin_port = 0;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(fd, (struct sockaddr *) &here, sizeof here)) exit(2);
    getsockname(fd, (struct sockaddr *) &here, &length);
    return fd;
}

static int to(int type) {
    int fd = socket(AF_INET, type, 0);
    if (connect(fd, (struct sockaddr *) &here, sizeof here)) exit(2);
    return fd;
}

int main(void) {
    int ends[2];
    if (pipe(ends)) return 2;
    herd("pipe", ends[0], read_on, ends[1], serve);
    if (socketpair(AF_UNIX, SOCK_DGRAM, 0, ends)) return 2;
    herd("unix-datagram", ends[0], read_on, ends[1], serve);
    int datagrams = bound(SOCK_DGRAM);
    herd("udp", datagrams, read_on, to(SOCK_DGRAM), serve);
    int listening = bound(SOCK_STREAM);
    listen(listening, 64);
    herd("accept", listening, accept_on, 0, call);
    int caller = to(SOCK_STREAM);
    herd("tcp", accept(listening, 0, 0), read_on, caller, serve);
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends)) return 2;
    herd("unix-stream", ends[0], read_on, ends[1], serve);
    int counter = eventfd(0, EFD_SEMAPHORE);
    herd("eventfd", counter, read_on, counter, serve);
    int timer = timerfd_create(CLOCK_MONOTONIC, 0);
    herd("timerfd", timer, read_on, timer, expire);
    return 0;
}
C
cc -O1 -pthread herd.c -o herd
./herd >seen || { echo "a kind of descriptor is missing here" >&2; exit 2; }
echo "voluntary switches for one write, 100 threads in read():"
cat seen
awk '/^(pipe|unix-datagram|udp|accept) / && $2 > 5 { exit 1 }' seen ||
    { echo "CHANGED: more than one is woken where one was" >&2; exit 1; }
awk '/^(tcp|unix-stream|eventfd|timerfd) / && $2 < 50 { exit 1 }' seen ||
    { echo "CHANGED: not all are woken where all were" >&2; exit 1; }
echo "as seen: four wake one, four wake all"
