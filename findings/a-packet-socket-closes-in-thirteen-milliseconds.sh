#!/bin/sh
# close() of a packet socket, as of tcpdump, DHCP clients and link monitors, takes 3 to 30 ms and puts the thread to sleep once;
# that of any other socket, pipe, epoll or event takes some microseconds. membarrier(GLOBAL), a "barrier", sleeps as long.
#
# Guess: a close gives a descriptor back: microseconds, no switch; a memory barrier among threads is an interrupt at most.
# Seen (Linux 6.18, HZ 250), median and switches of a call: close of a packet socket 12.9 ms, 1.0, with nothing received on it, and
#   bound to no protocol; raw, TCP, Unix and netlink sockets, pipe, eventfd, epoll 2 to 4 us, 0. membarrier GLOBAL 4.9 ms, 1.0,
#   PRIVATE_EXPEDITED 2 us. Both wait until all CPUs have been seen outside of what they were in (an RCU grace period).
# So: a probe that opens such a socket for each look is a thread that sleeps, and an event loop that does it stands still. What
#   waits so is one voluntary switch in Interleave, as if for I/O.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, for packet sockets" >&2; exit 2; }
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >closes.c <<'C'
#define _GNU_SOURCE
#include <linux/membarrier.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { TIMES = 21 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static long switches(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nvcsw;
}

static int larger(const void *one, const void *other) {
    return *(const double *)one < *(const double *)other ? -1 : 1;
}

static int packet(void) { return socket(AF_PACKET, SOCK_RAW, 0); }
static int raw(void) { return socket(AF_INET, SOCK_RAW, 1); }
static int tcp(void) { return socket(AF_INET, SOCK_STREAM, 0); }
static int netlink(void) { return socket(AF_NETLINK, SOCK_RAW, 0); }
static int epoll(void) { return epoll_create1(0); }
static int event(void) { return eventfd(0, 0); }
static void closes(int file) { close(file); }
static void barrier(int file) {
    syscall(SYS_membarrier, MEMBARRIER_CMD_GLOBAL, 0, 0);
    close(file);
}

static void show(const char *name, int (*opens)(void), void (*calls)(int)) {
    double took[TIMES];
    long slept = 0;
    for (int i = 0; i < TIMES; i++) {
        int file = opens();
        if (file < 0) exit(2);
        usleep(2000);
        long before = switches();
        double begin = now();
        calls(file);
        took[i] = now() - begin;
        slept += switches() - before;
    }
    qsort(took, TIMES, sizeof *took, larger);
    printf("%s %.4f %.2f\n", name, took[TIMES / 2], (double)slept / TIMES);
}

int main(void) {
    show("packet", packet, closes);
    show("raw", raw, closes);
    show("TCP", tcp, closes);
    show("netlink", netlink, closes);
    show("epoll", epoll, closes);
    show("eventfd", event, closes);
    show("membarrier", event, barrier);
}
C
cc -O1 closes.c -o closes
echo "call, milliseconds, switches:"
./closes | tee seen
awk '/packet|membarrier/ { if ($2 < 0.5 || $3 < 0.7) exit 1 }' seen || { echo "CHANGED: it does not wait" >&2; exit 1; }
awk '/raw|TCP|netlink|epoll|eventfd/ { if ($2 > 0.2 || $3 > 0.5) exit 1 }' seen ||
    { echo "CHANGED: others wait, too" >&2; exit 1; }
echo "as seen: a close that sleeps"
