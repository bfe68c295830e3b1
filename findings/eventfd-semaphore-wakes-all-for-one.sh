#!/bin/sh
# eventfd with EFD_SEMAPHORE: fifty threads that wait in read are all woken for each unit that is written, and forty-nine go back to sleep.
# A pipe wakes one for a byte. fcntl locks: a byte that is freed wakes all who wait for other bytes of the same lock.
#
# Guess: a descriptor that is called a semaphore hands a unit to one waiter, as a pipe does a byte; and who waits for a byte range wakes
#   when a part of it was freed.
# Seen (Linux 6.18), switches of fifty waiting threads after one write of one unit, or one unlock: pipe 1, eventfd 50, flock 1,
#   fcntl (one byte, that all wait for) 1, fcntl (each waits for a byte of its own of a lock of fifty; one is freed) 50.
# So: a pool whose idle threads wait in an eventfd pays for each of its threads with each task. Interleave shows such switches as
#   those of the pool.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >waiters.c <<'C'
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

enum { THREADS = 50 };
static int ends[2], event;
static const char *path;

static int opened(void) { return open(path, O_RDWR | O_CREAT, 0600); }

static void range(int file, int command, short type, long start, long length) {
    struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length};
    fcntl(file, command, &lock);
}

static void *reads_pipe(void *number) {
    char byte;
    if (read(ends[0], &byte, 1)) pause();
    return number;
}
static void *reads_event(void *number) {
    uint64_t unit;
    if (read(event, &unit, 8)) pause();
    return number;
}
static void *locks_file(void *number) {
    flock(opened(), LOCK_EX);
    pause();
    return number;
}
static void *locks_first_byte(void *number) {
    range(opened(), F_OFD_SETLKW, F_WRLCK, 0, 1);
    pause();
    return number;
}
static void *locks_own_byte(void *number) {
    range(opened(), F_OFD_SETLKW, F_WRLCK, (long)number, 1);
    pause();
    return number;
}

static long switches(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nvcsw;
}

static void begin(void *(*waits)(void *), pthread_t *threads) {
    for (long i = 0; i < THREADS; i++) pthread_create(&threads[i], 0, waits, (void *)i);
    usleep(300000);
}

// The sleep of this thread is one of them; a thread that was woken counts when it sleeps again.
static void show(const char *name, long before) {
    usleep(300000);
    printf("%s %ld\n", name, switches() - before - 1);
    fflush(stdout);
}

int main(void) {
    pthread_t threads[THREADS];
    uint64_t unit = 1;
    long before;
    if (pipe(ends)) return 1;
    begin(reads_pipe, threads);
    before = switches();
    if (write(ends[1], "x", 1) != 1) return 1;
    show("pipe", before);

    event = eventfd(0, EFD_SEMAPHORE);
    begin(reads_event, threads);
    before = switches();
    if (write(event, &unit, 8) != 8) return 1;
    show("eventfd", before);

    path = "flock";
    int file = opened();
    flock(file, LOCK_EX);
    begin(locks_file, threads);
    before = switches();
    flock(file, LOCK_UN);
    show("flock", before);

    path = "same";
    file = opened();
    range(file, F_OFD_SETLK, F_WRLCK, 0, 1);
    begin(locks_first_byte, threads);
    before = switches();
    range(file, F_OFD_SETLK, F_UNLCK, 0, 1);
    show("fcntl-same-byte", before);

    path = "own";
    file = opened();
    range(file, F_OFD_SETLK, F_WRLCK, 0, THREADS);
    begin(locks_own_byte, threads);
    before = switches();
    range(file, F_OFD_SETLK, F_UNLCK, 7, 1);
    show("fcntl-own-bytes", before);
    _exit(0);
}
C
cc -O1 -pthread waiters.c -o waiters
echo "waiting in, switches of fifty threads for one unit:"
./waiters | tee seen
awk '$1 == "pipe" || $1 == "flock" || $1 == "fcntl-same-byte" { if ($2 > 5) exit 1 }' seen ||
    { echo "CHANGED: a pipe or a lock wakes all" >&2; exit 1; }
awk '$1 == "eventfd" || $1 == "fcntl-own-bytes" { if ($2 < 40) exit 1 }' seen || { echo "CHANGED: an eventfd wakes one" >&2; exit 1; }
echo "as seen: all wake for one"
