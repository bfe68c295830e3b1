#!/bin/sh
# io_uring_enter that is asked to wait for a hundred completions: the waiting thread is woken for each of them, unless the ring
# was made with IORING_SETUP_DEFER_TASKRUN: then once.
#
# Guess: to wait for many completions in one call is what saves the switches: one, when the hundredth is there.
# Seen (Linux 6.18), voluntary switches of the waiting thread, 100 reads of pipes that are written 1 ms apart:
#   default 100 and more, IORING_SETUP_COOP_TASKRUN 100, IORING_SETUP_DEFER_TASKRUN 1; of 100 timeouts 1 to 3 with each.
#   A read of a pipe or socket is finished by the thread that asked for it, which is woken to do so; a timeout is not.
# So: two programs "over io_uring" that wait for the same batch differ by a hundred switches, by a flag. Interleave shows the
#   switches per task of its event loops by transport.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >batch.c <<'C'
#define _GNU_SOURCE
#include <linux/io_uring.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef IORING_SETUP_COOP_TASKRUN
#define IORING_SETUP_COOP_TASKRUN (1U << 8)
#endif
#ifndef IORING_SETUP_SINGLE_ISSUER
#define IORING_SETUP_SINGLE_ISSUER (1U << 12)
#endif
#ifndef IORING_SETUP_DEFER_TASKRUN
#define IORING_SETUP_DEFER_TASKRUN (1U << 13)
#endif

enum { READS = 100 };

static long switches(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nvcsw;
}

/* Voluntary switches of one call that waits for a hundred reads, which another process serves 1 ms apart; -1: no such ring. */
static long batch(unsigned flags) {
    struct io_uring_params made = {.flags = flags};
    int ring = syscall(SYS_io_uring_setup, 128, &made), pipes[READS][2];
    if (ring < 0) return -1;
    size_t size = made.sq_off.array + made.sq_entries * 4;
    char *queue = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQ_RING);
    struct io_uring_sqe *entries =
        mmap(0, made.sq_entries * sizeof *entries, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQES);
    static char byte;
    for (unsigned i = 0; i < READS; i++) {
        if (pipe(pipes[i])) return -1;
        entries[i] = (struct io_uring_sqe) {
            .opcode = IORING_OP_READ, .fd = pipes[i][0], .addr = (uintptr_t) &byte, .len = 1, .off = -1};
        ((unsigned *) (queue + made.sq_off.array))[i] = i;
    }
    __atomic_store_n((unsigned *) (queue + made.sq_off.tail), READS, __ATOMIC_RELEASE);
    if (syscall(SYS_io_uring_enter, ring, READS, 0, 0, 0, 0) != READS) return -1;
    pid_t writer = fork();
    if (!writer) {
        usleep(100000);
        for (int i = 0; i < READS && write(pipes[i][1], "x", 1) == 1; i++) usleep(1000);
        _exit(0);
    }
    long before = switches();
    syscall(SYS_io_uring_enter, ring, 0, READS, IORING_ENTER_GETEVENTS, 0, 0);
    long seen = switches() - before;
    waitpid(writer, 0, 0);
    unsigned done = *(unsigned *) (queue + made.cq_off.tail);
    for (int i = 0; i < READS; i++) close(pipes[i][0]), close(pipes[i][1]);
    close(ring);
    return done == READS ? seen : -1;
}

int main(void) {
    printf("%ld %ld %ld\n", batch(0), batch(IORING_SETUP_COOP_TASKRUN),
        batch(IORING_SETUP_SINGLE_ISSUER | IORING_SETUP_DEFER_TASKRUN));
    return 0;
}
C
cc -O1 batch.c -o batch
seen=$(./batch)
echo "voluntary switches of a call that waits for 100: default, COOP_TASKRUN, DEFER_TASKRUN: $seen"
case $seen in *-1*) echo "this kernel has no such rings" >&2; exit 2 ;; esac
echo "$seen" | awk '{ exit !($1 >= 90 && $2 >= 60) }' || { echo "CHANGED: a batch is one wake-up by default" >&2; exit 1; }
echo "$seen" | awk '{ exit !($3 <= 10) }' || { echo "CHANGED: DEFER_TASKRUN wakes for each" >&2; exit 1; }
echo "as seen: woken for each of a hundred, but for one flag"
