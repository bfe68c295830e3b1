#!/bin/sh
# jemalloc, told to give unused memory back within a second: a program that freed 380 MB and then sleeps keeps 100 MB of it for as long as it
# sleeps. It goes when the program works again, or at once with background_thread:true, which nobody has by default.
#
# Guess: a decay of a second is over after a second; after four the memory is the kernel's again.
# Seen (jemalloc 5.3.0, dirty_decay_ms:1000), resident MB full, freed, after 4 s of sleep, after a second of small requests: 396, 109, 109, 5; with
#   background_thread:true 396, 115, 5, 5. The clock of the decay is the program's own calls; one that makes none stands still.
# So: of two servers that did the same, the one that is idle since is the larger, and a look at memory "some time after the load"
#   says what the last call left. Interleave shows what a run takes while it runs.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get -q download libjemalloc2=5.3.0-1 >/dev/null 2>&1 || { echo "libjemalloc2 is not served here" >&2; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
cat >frees.c <<'C'
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCKS = 6400, SIZE = 60000 };
static char *volatile blocks[BLOCKS];

/* Resident memory in MB, read without a call to malloc. */
static long resident(void) {
    char text[128] = "";
    long all, here = 0;
    int file = open("/proc/self/statm", O_RDONLY);
    if (read(file, text, sizeof text - 1) > 0) sscanf(text, "%ld %ld", &all, &here);
    close(file);
    return here * sysconf(_SC_PAGESIZE) >> 20;
}

int main(void) {
    long seen[4];
    for (int i = 0; i < BLOCKS; i++) memset(blocks[i] = malloc(SIZE), 1, SIZE);
    seen[0] = resident();
    for (int i = 0; i < BLOCKS; i++) free(blocks[i]);
    seen[1] = resident();
    sleep(4);
    seen[2] = resident();
    for (int i = 0; i < 100; i++) {
        for (int j = 0; j < 1000; j++) {
            blocks[0] = malloc(100 + j);
            free(blocks[0]);
        }
        usleep(10000);
    }
    seen[3] = resident();
    printf("%ld %ld %ld %ld\n", seen[0], seen[1], seen[2], seen[3]);
}
C
cc -O1 frees.c -o frees
library=$(echo "$dir"/root/usr/lib/*/libjemalloc.so.2)
echo "MB when full, freed, after 4 s of sleep, after a second of requests:"
for conf in dirty_decay_ms:1000 dirty_decay_ms:1000,background_thread:true; do
    echo "$conf $(MALLOC_CONF="$conf,muzzy_decay_ms:0" LD_PRELOAD="$library" ./frees)"
done | tee seen
awk '$2 < 350 || $5 > 40 { exit 1 }' seen || { echo "CHANGED: it does not give back when it is used either" >&2; exit 1; }
awk '/background/ && $4 > 40 { exit 1 }' seen || { echo "CHANGED: its thread does not give back" >&2; exit 1; }
awk '!/background/ && $4 < 50 { exit 1 }' seen || { echo "CHANGED: it gives back while idle" >&2; exit 1; }
echo "as seen: while it is used"
