#!/bin/sh
# sort --parallel=2 of 120,000 lines starts no thread, and xz -T2 of 20 MiB compresses in one. Of 300,000 lines and of 60 MiB it is two. No
# word about it in either.
#
# Guess: who asks for two threads gets two as soon as there is work of some milliseconds for each.
# Seen (GNU coreutils 9.1, XZ Utils 5.4.1), threads started: sort of 120,000 lines 0, of 300,000 1 (beside the first); xz of 20 MiB 1, of 60 MiB 2
#   (beside one that waits). sort shares out pieces of 131,072 lines and more, xz blocks of 24 MiB at its usual level.
# So: "a second core brings nothing here" may be said of a program that never asked for it, and a test with a tenth of the data is
#   another program. Interleave shows threads and cores of any process beside its speed.
set -eu
command -v cc >/dev/null && command -v xz >/dev/null && command -v sort >/dev/null || { echo "needs cc, sort and xz" >&2; exit 2; }
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
sort --version | head -1
xz --version | head -1
cat >counts.c <<'C'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

/* Writes a byte to the file that COUNTS names for each thread that is started. */
int pthread_create(pthread_t *thread, const pthread_attr_t *how, void *(*runs)(void *), void *with) {
    int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *) = dlsym(RTLD_NEXT, "pthread_create");
    int file = open(getenv("COUNTS"), O_WRONLY | O_APPEND | O_CREAT, 0600);
    if (write(file, "x", 1) != 1) abort();
    close(file);
    return real(thread, how, runs, with);
}
C
cc -shared -fPIC counts.c -o counts.so -ldl
started() {
    name=$1
    shift
    : >count
    COUNTS="$dir/count" LD_PRELOAD="$dir/counts.so" "$@" >/dev/null
    echo "$name $(wc -c <count)"
}
awk 'BEGIN { for (i = 0; i < 300000; i++) print i * 7919 % 1000003 }' >many
head -120000 many >few
head -c 20971520 /dev/zero >small
head -c 62914560 /dev/zero >large
echo "threads started:"
{
    started sort-few env LC_ALL=C sort --parallel=2 few
    started sort-many env LC_ALL=C sort --parallel=2 many
    started xz-small xz -T2 -6 -c small
    started xz-large xz -T2 -6 -c large
} | tee seen
awk '$1 == "sort-many" && $2 < 1 || $1 == "xz-large" && $2 < 2 { exit 1 }' seen || { echo "CHANGED: much data is not shared out either" >&2; exit 1; }
awk '$1 == "sort-few" && $2 > 0 || $1 == "xz-small" && $2 > 1 { exit 1 }' seen || { echo "CHANGED: little data is shared out" >&2; exit 1; }
echo "as seen: one thread"
