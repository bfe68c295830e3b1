#!/bin/sh
# io_uring: a read, a receive or a poll is cancelled when the thread that asked for it has ended, though the ring is the process's
# and others wait for its answers. A timeout goes on.
#
# Guess: a request belongs to the ring, and the ring to the process: the answer comes when the byte does, whoever asked.
# Seen (Linux 6.18): asked by a thread that ended at once, a read of a pipe, a receive and a poll are answered -125 (ECANCELED), the
#   read and receive by a worker (IOSQE_ASYNC) too; asked by one that lives on they are answered 1, and the timeout -62 (ETIME), as
#   asked, in both. The byte is still there.
# So: a pool whose threads come and go cannot ask on a ring that it shares; what worked with epoll is told as failed now and then.
#   Interleave's loops over io_uring have one thread each, as long as the ring lives.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >ask.c <<'C'
#define _GNU_SOURCE
#include <linux/io_uring.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct io_uring_sqe request;
static struct io_uring_params made;
static int ring, live_on;
static char *queue, *answers;
static struct io_uring_sqe *entries;
static sem_t asked;

static void *map(size_t size, off_t what) { return mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED, ring, what); }

static void *ask(void *unused) {
    entries[0] = request;
    ((unsigned *) (queue + made.sq_off.array))[0] = 0;
    __atomic_store_n((unsigned *) (queue + made.sq_off.tail), 1, __ATOMIC_RELEASE);
    if (syscall(SYS_io_uring_enter, ring, 1, 0, 0, 0, 0) != 1) exit(2);
    sem_post(&asked);
    if (live_on) pause();
    return unused;
}

/* The answer to the request that another thread asked for, which ends or lives on, after a byte was sent to it. */
static int answer(int there) {
    pthread_t thread;
    made = (struct io_uring_params) {0};
    ring = syscall(SYS_io_uring_setup, 1, &made);
    if (ring < 0) exit(2);
    queue = map(made.sq_off.array + made.sq_entries * 4, IORING_OFF_SQ_RING);
    answers = map(made.cq_off.cqes + made.cq_entries * sizeof(struct io_uring_cqe), IORING_OFF_CQ_RING);
    entries = map(made.sq_entries * sizeof(struct io_uring_sqe), IORING_OFF_SQES);
    pthread_create(&thread, 0, ask, 0);
    sem_wait(&asked);
    if (!live_on) pthread_join(thread, 0);
    usleep(100000);
    if (write(there, "x", 1) != 1) exit(2);
    usleep(500000);
    if (!*(unsigned *) (answers + made.cq_off.tail)) return 1000;
    return ((struct io_uring_cqe *) (answers + made.cq_off.cqes))->res;
}

int main(void) {
    static char byte;
    static struct __kernel_timespec soon = {0, 300000000};
    const char *names[] = {"read", "read-by-worker", "receive", "poll", "timeout"};
    sem_init(&asked, 0, 0);
    for (int kind = 0; kind < 5; kind++) {
        int seen[2], left = 0;
        for (live_on = 1; live_on >= 0; live_on--) {
            int ends[2];
            if (kind == 2 ? socketpair(AF_UNIX, SOCK_STREAM, 0, ends) : pipe(ends)) return 2;
            request = (struct io_uring_sqe) {.fd = ends[0], .addr = (uintptr_t) &byte, .len = 1};
            if (kind < 2) request.opcode = IORING_OP_READ, request.off = -1;
            if (kind == 1) request.flags = IOSQE_ASYNC;
            if (kind == 2) request.opcode = IORING_OP_RECV;
            if (kind == 3) request = (struct io_uring_sqe) {
                .opcode = IORING_OP_POLL_ADD, .fd = ends[0], .poll32_events = POLLIN};
            if (kind == 4) request = (struct io_uring_sqe) {
                .opcode = IORING_OP_TIMEOUT, .addr = (uintptr_t) &soon, .len = 1};
            seen[live_on] = answer(ends[1]);
            ioctl(ends[0], FIONREAD, &left);
        }
        printf("%s %d %d %d\n", names[kind], seen[1], seen[0], left);
    }
    return 0;
}
C
cc -O1 -pthread ask.c -o ask
./ask >seen || { echo "no io_uring here" >&2; exit 2; }
echo "answers: asked by a thread that lives on, by one that has ended; bytes that are left then"
cat seen
awk '$1 != "timeout" && $2 != 1 { exit 1 }' seen || { echo "CHANGED: they fail, asked by a thread that lives" >&2; exit 1; }
awk '$1 != "timeout" && ($3 != -125 || $4 != 1) { exit 1 }' seen ||
    { echo "CHANGED: they go on when the thread has ended" >&2; exit 1; }
awk '$1 == "timeout" && ($2 != -62 || $3 != -62) { exit 1 }' seen || { echo "CHANGED: a timeout is cancelled" >&2; exit 1; }
echo "as seen: they end with the thread, but for the timeout"
