#!/bin/sh
# io_uring: what a file is (IORING_OP_STATX) is asked by a thread of the kernel's, always: two context switches and ten times
# the time of stat(), for a file that the kernel has at hand. An open of the same file, or a read, is done at once.
#
# Guess: what needs no disk is done in io_uring_enter, as for open and read; a worker is for what would block.
# Seen (Linux 6.18), one at a time, the file in use: switches and us for each
#   read 0.000, 0.6 us   openat 0.001, 4 us   statx 2.001, 11 us; the system call takes 0.8 us
#   32 at a time: statx 0.7 and 2.2 us, and the process has one thread more (iou-wrk).
# So: an event loop that moves its file calls to io_uring gains switches it had not, and a tool that looks at the first thread
#   alone shows half of them. Interleave counts the kernel's workers to the process, as the kernel does.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >ask.c <<'C'
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/io_uring.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { TIMES = 2000 };

static long switches(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nvcsw + usage.ru_nivcsw;
}

/* Prints the context switches of the process for each of 2,000 requests, one at a time. */
static void ask(const char *name, struct io_uring_sqe request) {
    struct io_uring_params made = {0};
    int ring = syscall(SYS_io_uring_setup, 4, &made);
    if (ring < 0) exit(2);
    size_t size = made.sq_off.array + made.sq_entries * 4;
    char *queue = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQ_RING);
    size = made.cq_off.cqes + made.cq_entries * sizeof(struct io_uring_cqe);
    char *done = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_CQ_RING);
    struct io_uring_sqe *entries =
        mmap(0, made.sq_entries * sizeof *entries, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQES);
    struct io_uring_cqe *answers = (void *) (done + made.cq_off.cqes);
    long before = switches();
    for (unsigned i = 0; i < TIMES; i++) {
        entries[0] = request;
        ((unsigned *) (queue + made.sq_off.array))[i % made.sq_entries] = 0;
        __atomic_store_n((unsigned *) (queue + made.sq_off.tail), i + 1, __ATOMIC_RELEASE);
        if (syscall(SYS_io_uring_enter, ring, 1, 1, IORING_ENTER_GETEVENTS, 0, 0) != 1) exit(2);
        int answer = answers[i % made.cq_entries].res;
        __atomic_store_n((unsigned *) (done + made.cq_off.head), i + 1, __ATOMIC_RELEASE);
        if (answer < 0) exit(2);
        if (request.opcode == IORING_OP_OPENAT) close(answer);
    }
    printf("%s %.3f\n", name, (double) (switches() - before) / TIMES);
    close(ring);
}

int main(void) {
    static char bytes[100];
    static struct statx about;
    int file = open("ask.c", O_RDONLY);
    ask("read", (struct io_uring_sqe) {
        .opcode = IORING_OP_READ, .fd = file, .addr = (uintptr_t) bytes, .len = sizeof bytes});
    ask("openat", (struct io_uring_sqe) {.opcode = IORING_OP_OPENAT, .fd = AT_FDCWD, .addr = (uintptr_t) "ask.c"});
    ask("statx", (struct io_uring_sqe) {.opcode = IORING_OP_STATX, .fd = AT_FDCWD, .addr = (uintptr_t) "ask.c",
        .len = STATX_SIZE, .off = (uintptr_t) &about});
    return 0;
}
C
cc -O1 ask.c -o ask
./ask >seen || { echo "no io_uring with read, openat and statx here" >&2; exit 2; }
echo "context switches for each:"
cat seen
awk '$1 != "statx" && $2 > 0.3 { exit 1 }' seen || { echo "CHANGED: a read or an open is handed on" >&2; exit 1; }
awk '$1 == "statx" && $2 < 1 { exit 1 }' seen || { echo "CHANGED: statx is done at once" >&2; exit 1; }
echo "as seen: statx is handed on"
