#!/bin/sh
# Fifty threads that sleep in io_uring_enter until somebody sends them a byte: procs_blocked is 50 more, and the machine's pressure
# of input and output (PSI, io "some") is 100 %. No disk is touched, and ps says S of each.
#
# Guess: who waits in io_uring waits as in epoll: asleep, in no count and under no pressure; blocked is who waits for a disk.
# Seen (Linux 6.18), fifty threads with one read of an empty pipe each: procs_blocked 0 to 50, io "some" 100 % (less where
#   other programs keep a CPU busy on which none of them sleeps); in epoll_wait: 0, and what the machine has otherwise. With
#   IORING_ENTER_NO_IOWAIT (since 6.15), which the program has to ask for: 0.
#   The wait is marked as one for a device, so that the CPU's clock goes up for it; the accounts go by that mark. A CPU that is
#   idle meanwhile shows iowait.
# So: a service that has moved to io_uring and has nothing to do looks like one that waits for its disk, by vmstat's b and wa, sar,
#   and whatever acts on io pressure. Interleave's event loops ask to be left out; its "blocked" says what else is in it.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
[ -r /proc/pressure/io ] || { echo "this kernel has no /proc/pressure/io" >&2; exit 2; }
dir=$(mktemp -d)
waiting=
trap 'kill $waiting 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >wait.c <<'C'
#define _GNU_SOURCE
#include <linux/io_uring.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static unsigned how;

static void *wait_in_epoll(void *unused) {
    int ends[2], epoll = epoll_create1(0);
    struct epoll_event event = {.events = EPOLLIN};
    if (pipe(ends) || epoll_ctl(epoll, EPOLL_CTL_ADD, ends[0], &event)) exit(2);
    epoll_wait(epoll, &event, 1, -1);
    return unused;
}

static void *wait_in_io_uring(void *unused) {
    struct io_uring_params made = {0};
    int ends[2], ring = syscall(SYS_io_uring_setup, 4, &made);
    if (ring < 0 || pipe(ends)) exit(2);
    size_t size = made.sq_off.array + made.sq_entries * 4;
    char *queue = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQ_RING);
    size = made.sq_entries * sizeof(struct io_uring_sqe);
    struct io_uring_sqe *entries = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQES);
    static char byte;
    entries[0] = (struct io_uring_sqe) {
        .opcode = IORING_OP_READ, .fd = ends[0], .addr = (uintptr_t) &byte, .len = 1, .off = -1};
    ((unsigned *) (queue + made.sq_off.array))[0] = 0;
    __atomic_store_n((unsigned *) (queue + made.sq_off.tail), 1, __ATOMIC_RELEASE);
    if (syscall(SYS_io_uring_enter, ring, 1, 1, IORING_ENTER_GETEVENTS | how, 0, 0) < 0) exit(3);
    return unused;
}

/* Fifty threads that wait for a byte that never comes: by io_uring with the flags of the first word, or by epoll without one. */
int main(int count, char **words) {
    pthread_t thread;
    if (count > 1) how = strtoul(words[1], 0, 0);
    for (int i = 0; i < 50; i++)
        if (pthread_create(&thread, 0, count > 1 ? wait_in_io_uring : wait_in_epoll, 0)) return 2;
    sleep(30);
    return 0;
}
C
cc -O1 -pthread wait.c -o wait
blocked() { awk '$1 == "procs_blocked" { print $2 }' /proc/stat; }
stalled() { sed -n 's/^some .*total=//p' /proc/pressure/io; }

# Prints the least procs_blocked of ten looks and the percent of two seconds in which something waited for a device.
look() {
    ./wait "$@" &
    waiting=$!
    sleep 0.7
    kill -0 "$waiting" 2>/dev/null || return 1
    before=$(stalled)
    begun=$(date +%s%6N)
    least=$(blocked)
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        sleep 0.2
        now=$(blocked)
        [ "$now" -ge "$least" ] || least=$now
    done
    share=$((($(stalled) - before) * 100 / ($(date +%s%6N) - begun)))
    kill "$waiting"
    wait "$waiting" 2>/dev/null || :
    waiting=
    echo "$least $share"
}
epoll=$(look)
uring=$(look 0) || { echo "no io_uring here" >&2; exit 2; }
asked=$(look 0x80) || asked="- -"
echo "procs_blocked at the least, io pressure in %: epoll $epoll, io_uring $uring, with IORING_ENTER_NO_IOWAIT $asked"
echo "$epoll $uring" | awk '{ exit !($3 >= $1 + 40) }' || { echo "CHANGED: they are not counted as blocked" >&2; exit 1; }
echo "$epoll $uring" | awk '{ exit !($4 >= 30 && $4 >= $2 + 20) }' || { echo "CHANGED: there is no pressure" >&2; exit 1; }
echo "$asked $uring" | awk '{ exit !($1 == "-" || $1 <= $3 - 40) }' || { echo "CHANGED: the flag does nothing" >&2; exit 1; }
echo "as seen: asleep, and waiting for a disk"
