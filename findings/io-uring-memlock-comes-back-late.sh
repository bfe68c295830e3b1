#!/bin/sh
# An io_uring that is closed gives its locked memory back later: closing rings and making the same again fails.
#
# Guess: once the descriptors are closed, the user may make as many rings as before.
# Seen (Linux 6.18, an ordinary user with ulimit -l 8192, rings of 4,096 completions): about 107 rings fit; all are closed;
#   right afterwards 0 can be made, and some hundredths of a second later about as many as before. The kernel frees rings in
#   work of its own, and the account of the user (RLIMIT_MEMLOCK, for all processes together) is settled then.
# So: "no room for a ring" is asked again for a while before it is believed, which Interleave's event loops do.
set -eu
command -v cc >/dev/null && command -v setpriv >/dev/null || { echo "needs cc and setpriv" >&2; exit 2; }
[ "$(id -u)" = 0 ] || { echo "needs root, to become an ordinary user" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r

cat >rings.c <<'C'
#include <errno.h>
#include <linux/io_uring.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 1000 };
static int rings[MOST];

/* Makes rings until the kernel refuses; gives their number, or -1 where there is no io_uring at all. */
static int make(void) {
    int made = 0;
    for (; made < MOST; made++) {
        struct io_uring_params wanted;
        memset(&wanted, 0, sizeof wanted);
        wanted.flags = IORING_SETUP_CQSIZE;
        wanted.cq_entries = 4096;
        rings[made] = (int)syscall(__NR_io_uring_setup, 128, &wanted);
        if (rings[made] < 0) return made == 0 && errno != ENOMEM ? -1 : made;
    }
    return made;
}

static void drop(int made) {
    for (int i = 0; i < made; i++) close(rings[i]);
}

int main(void) {
    int first = make();
    drop(first);
    if (first < 1) return 2;
    int again = make();
    drop(again);
    struct timespec second = {1, 0};
    nanosleep(&second, 0);
    int later = make();
    drop(later);
    printf("%d %d %d\n", first, again, later);
    return 0;
}
C
cc -O1 rings.c -o rings
# One try in which the kernel's own work comes between is no proof that it always does.
least=
for _ in 1 2 3 4 5; do
    seen=$(prlimit --memlock=8388608:8388608 setpriv --reuid=65533 --regid=65533 --clear-groups --bounding-set=-all --inh-caps=-all ./rings) ||
        { echo "no io_uring here (kernel.io_uring_disabled?)" >&2; exit 2; }
    echo "made, made again at once, made again a second later: $seen"
    again=$(echo "$seen" | cut -d' ' -f2)
    [ -n "$least" ] && [ "$least" -le "$again" ] || { least=$again; first=$(echo "$seen" | cut -d' ' -f1); later=$(echo "$seen" | cut -d' ' -f3); }
    sleep 1
done
[ "$least" -lt $((first / 2)) ] && [ "$later" -gt $((first * 3 / 4)) ] ||
    { echo "CHANGED: closed rings make room at once" >&2; exit 1; }
echo "as seen: the room comes back later"
