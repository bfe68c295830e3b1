#!/bin/sh
# POSIX_FADV_DONTNEED of one page drops it from the cache, or not: it depends on the size of the writes that made the file.
#
# Guess: a clean page that is told to be of no use is read from the disk the next time, whoever wrote the file and how.
# Seen (Linux 6.18, ext4), 1,000 times: DONTNEED of one page of 4 KiB, then a read of it; what /proc/self/io says was
#   fetched from the disk for each read:
#   file written in writes of 4 KiB:  4,096 bytes
#   file written in writes of 1 MiB:      0 bytes
#   Large writes make large folios in the page cache. A folio of which only a part is named is kept, without an error.
# So: "cold" reads made with fadvise are counted by the kernel before they are called cold: Interleave's file-cached writes
#   its file page by page and shows what it found cold.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
dir=$(mktemp -d "${TMPDIR:-/var/tmp}/finding.XXXXXX")
trap 'rm -rf "$dir"' EXIT
cd "$dir"
[ "$(stat -f -c %T .)" = ext2/ext3 ] || { echo "needs TMPDIR on ext4; $dir is on $(stat -f -c %T .)" >&2; exit 2; }
uname -r

cat >drop.c <<'C'
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PAGE = 4096, SIZE = 32 << 20, TIMES = 1000 };

static long fetched(void) {
    char line[128];
    long bytes = -1;
    FILE *io = fopen("/proc/self/io", "r");
    while (io && fgets(line, sizeof line, io)) sscanf(line, "read_bytes: %ld", &bytes);
    if (io) fclose(io);
    return bytes;
}

/* Bytes that each read of a page costs the disk, after it was dropped, of a file written in pieces of the given size. */
int main(int count, char **arguments) {
    (void)count;
    size_t piece = strtoul(arguments[1], 0, 10);
    char *block = malloc(piece);
    memset(block, 'x', piece);
    int file = open("data", O_RDWR | O_CREAT | O_TRUNC, 0600);
    for (size_t at = 0; at < SIZE; at += piece)
        if (write(file, block, piece) != (ssize_t)piece) return 2;
    fsync(file);
    char page[PAGE];
    for (off_t at = 0; at < SIZE; at += PAGE)
        if (pread(file, page, PAGE, at) != PAGE) return 2;
    long before = fetched();
    for (int i = 0; i < TIMES; i++) {
        /* Far apart, and never the same one twice. */
        off_t at = (off_t)(i * 7919 % (SIZE / PAGE)) * PAGE;
        posix_fadvise(file, 0, 0, POSIX_FADV_RANDOM);
        posix_fadvise(file, at, PAGE, POSIX_FADV_DONTNEED);
        if (pread(file, page, PAGE, at) != PAGE) return 2;
    }
    printf("%ld\n", (fetched() - before) / TIMES);
    unlink("data");
    return 0;
}
C
cc -O1 drop.c -o drop
small=$(./drop 4096)
large=$(./drop 1048576)
echo "bytes from the disk for each read after DONTNEED: written in 4 KiB $small, written in 1 MiB $large"
[ "$small" -gt 3000 ] && [ "$large" -lt 500 ] || { echo "CHANGED: the size of the writes does not matter any more" >&2; exit 1; }
echo "as seen: a page of a large folio is not dropped"
