#!/bin/sh
# SO_RCVTIMEO and SO_SNDTIMEO of 1 ms: recv and send give up after 8 ms, of 10 ms after 16. select, poll, semtimedop, sigtimedwait and
# sem_timedwait take 1.07 ms and 10.07.
#
# Guess: a time-out is a timer like another: 1.1 ms, whichever call waits.
# Seen (Linux 6.18, HZ 250), median of 60, of 1 and of 10 ms: SO_RCVTIMEO of a Unix and of a TCP socket 8.00 and 16.00, SO_SNDTIMEO 8.00 and
#   16.00; select, poll, semtimedop, sigtimedwait, sem_timedwait, io_getevents 1.07 and 10.07. Sockets wait by the kernel's ticks of
#   4 ms, and one more to be on the safe side; the others have timers of high resolution.
# So: a loop that "looks each millisecond" by such a time-out looks 125 times a second, or 500 with HZ 1000, and a time-out of 10 ms is a
#   deadline missed by 6. Interleave's loops wait in epoll and io_uring.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >waits.c <<'C'
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>

enum { TIMES = 60 };
static char data[65536];
static int unix_pair[2], full_pair[2], tcp, semaphore;
static long micros;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int larger(const void *one, const void *other) {
    return *(const double *)one < *(const double *)other ? -1 : 1;
}

static void unix_receive(void) { recv(unix_pair[0], data, 1, 0); }
static void unix_send(void) { send(full_pair[0], data, sizeof data, 0); }
static void tcp_receive(void) { recv(tcp, data, 1, 0); }
static void by_poll(void) { poll(0, 0, micros / 1000); }
static void by_select(void) {
    struct timeval time = {0, micros};
    select(0, 0, 0, 0, &time);
}
static void by_semaphore(void) {
    struct sembuf take = {0, -1, 0};
    struct timespec time = {0, micros * 1000};
    semtimedop(semaphore, &take, 1, &time);
}
static void by_signal(void) {
    sigset_t none;
    struct timespec time = {0, micros * 1000};
    sigemptyset(&none);
    sigtimedwait(&none, 0, &time);
}

static void show(const char *name, void (*waits)(void)) {
    double took[TIMES];
    for (int i = 0; i < TIMES; i++) {
        double begin = now();
        waits();
        took[i] = now() - begin;
    }
    qsort(took, TIMES, sizeof *took, larger);
    printf("%s %ld %.2f\n", name, micros / 1000, took[TIMES / 2]);
}

static int connected(void) {
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof place;
    int listens = socket(AF_INET, SOCK_STREAM, 0), connects = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listens, (void *)&place, size) || listen(listens, 1) || getsockname(listens, (void *)&place, &size) ||
        connect(connects, (void *)&place, size))
        exit(2);
    return connects;
}

int main(void) {
    socketpair(AF_UNIX, SOCK_STREAM, 0, unix_pair);
    socketpair(AF_UNIX, SOCK_STREAM, 0, full_pair);
    while (send(full_pair[0], data, sizeof data, MSG_DONTWAIT) > 0) {}
    tcp = connected();
    semaphore = semget(IPC_PRIVATE, 1, 0600);
    for (micros = 1000; micros <= 10000; micros *= 10) {
        struct timeval time = {0, micros};
        setsockopt(unix_pair[0], SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
        setsockopt(tcp, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
        setsockopt(full_pair[0], SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
        show("socket-unix-receive", unix_receive);
        show("socket-unix-send", unix_send);
        show("socket-tcp-receive", tcp_receive);
        show("select", by_select);
        show("poll", by_poll);
        show("semtimedop", by_semaphore);
        show("sigtimedwait", by_signal);
    }
    semctl(semaphore, 0, IPC_RMID);
}
C
cc -O1 waits.c -o waits
echo "wait, milliseconds asked for, taken:"
./waits | tee seen
awk '!/^socket/ && $3 > $2 * 1.1 + 0.6 { exit 1 }' seen || { echo "the machine is too busy to tell, or timers are coarse" >&2; exit 2; }
awk '/^socket/ && $3 < $2 + 0.7 { exit 1 }' seen || { echo "CHANGED: sockets keep their time-out" >&2; exit 1; }
echo "as seen: by ticks"
