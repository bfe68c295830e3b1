#!/bin/sh
# malloc, use and free of 50 kB in a loop: 14 page faults a turn with musl, none with glibc; of 500 kB 123 and 0.2, of 5 MB 1,221 and 2.3.
# It is the same program.
#
# Guess: what was freed is what the next malloc of that size gets: faults in the first turn alone, with either.
# Seen (glibc 2.36, musl 1.2.3, Linux 6.18), 1,000 turns, faults and us in the kernel a turn: 50 kB glibc 0.0, 0, musl 14.0, 27; 500 kB 0.2,
#   0 and 123, 166; 5 MB 2.3, 13 and 1,221, 1,689. musl unmaps a large piece when it is freed; glibc keeps it, and keeps larger ones
#   once it has seen one come back.
# So: a server that takes a buffer for each request is slower in an image of Alpine by its system time, not by its code. Interleave
#   shows minor faults for each task.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ "$(uname -m)" = x86_64 ] || { echo "needs an x86-64 machine" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get -q download musl-dev=1.2.3-1 >/dev/null 2>&1 || { echo "musl-dev 1.2.3-1 is not served here" >&2; exit 2; }
dpkg -x musl-dev*.deb root
uname -r
ldd --version | head -1
cat >turns.c <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

enum { TURNS = 1000 };

/* Faults and microseconds in the kernel for each turn of taking, touching and giving back so many bytes. */
static void show(long size) {
    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    for (int i = 0; i < TURNS; i++) {
        volatile char *piece = malloc(size);
        for (long place = 0; place < size; place += 4096) piece[place] = 1;
        free((void *)piece);
    }
    getrusage(RUSAGE_SELF, &after);
    double micros = (after.ru_stime.tv_sec - before.ru_stime.tv_sec) * 1e6 + after.ru_stime.tv_usec - before.ru_stime.tv_usec;
    printf("%ld %.1f %.0f\n", size, (after.ru_minflt - before.ru_minflt) / (double)TURNS, micros / TURNS);
}

int main(void) {
    show(50000);
    show(500000);
    show(5000000);
}
C
library=root/usr/lib/x86_64-linux-musl
cc -O1 turns.c -o with-glibc
cc -O1 -static -nostdinc -isystem root/usr/include/x86_64-linux-musl -nostdlib -nostartfiles "$library/crt1.o" turns.c \
    -L"$library" -lc -lgcc -lgcc_eh -lc -o with-musl
echo "library, bytes, faults and us in the kernel a turn:"
{ ./with-glibc | sed 's/^/glibc /'; ./with-musl | sed 's/^/musl /'; } | tee seen
awk '$1 == "glibc" && $2 < 1000000 && $3 > 2 { exit 1 }' seen || { echo "CHANGED: glibc gives back, too" >&2; exit 1; }
awk '$1 == "musl" && $3 < 5 { exit 1 }' seen || { echo "CHANGED: musl keeps it" >&2; exit 1; }
echo "as seen: given back each time"
