#!/bin/sh
# fcntl locks of byte ranges: fifty threads wait, each for a byte of its own, behind one lock of all fifty bytes; one byte is given back, and
# all fifty are woken, of which forty-nine go back to sleep. Where all wait for the same byte, one is woken.
#
# Guess: who waits for a byte wakes when that byte is free; and fifty that wait for the same are the ones that are woken all together.
# Seen (Linux 6.18), switches of fifty waiting threads after one unlock: each waits for its own byte 50; all for the same byte 1; flock 1.
#   Waiters hang on the lock that is in their way, and queue behind each other only where they are in each other's way.
# So: many small locks in one file (SQLite, lock files of daemons) can cost more switches than one large lock. Interleave shows
#   them live for any process.
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
#include <stdio.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

enum { THREADS = 50 };
static const char *path;

static int opened(void) { return open(path, O_RDWR | O_CREAT, 0600); }

static void range(int file, int command, short type, long start, long length) {
    struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length};
    fcntl(file, command, &lock);
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
    long before;
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
echo "waiting in, switches of fifty threads for one unlock:"
./waiters | tee seen
awk '$1 == "flock" || $1 == "fcntl-same-byte" { if ($2 > 5) exit 1 }' seen ||
    { echo "CHANGED: a lock wakes all who want the same" >&2; exit 1; }
awk '$1 == "fcntl-own-bytes" { exit !($2 > 40) }' seen || { echo "CHANGED: a freed byte wakes who wants it" >&2; exit 1; }
echo "as seen: all wake for one byte"
