#!/bin/sh
# io_uring's workers are tasks for cgroup's pids.max (TasksMax of systemd, --pids-limit of Docker): 32 fsyncs that are asked for
# at once have nine threads, or two under a limit of two. No request fails: they are done one after another.
#
# Guess: the workers are the kernel's own threads, a limit of processes is not about them; and if it were, a request would fail
#   with EAGAIN, as fork does.
# Seen (Linux 6.18): threads of the process 9 without a limit; with pids.max 2: 2, all 2,016 requests answered with 0, and the only
#   sign is "max 11" to "max 28" in pids.events.
# So: a limit that a container has always had becomes a limit of its input and output with a new version of a library. Interleave's
#   OS threads of a process count iou-wrk threads too.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to make a cgroup" >&2; exit 2; }
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
if [ -f /sys/fs/cgroup/pids/tasks ]; then
    group=/sys/fs/cgroup/pids/interleave-finding-$$
elif grep -qw pids /sys/fs/cgroup/cgroup.subtree_control 2>/dev/null; then
    group=/sys/fs/cgroup/interleave-finding-$$
else
    echo "needs the cgroup controller pids" >&2
    exit 2
fi
dir=$(mktemp -d)
mkdir "$group"
trap 'rmdir "$group" 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >sync.c <<'C'
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { REQUESTS = 2016, AT_ONCE = 32 };

static int threads(void) {
    int number = -2;
    DIR *tasks = opendir("/proc/self/task");
    while (readdir(tasks)) number++;
    closedir(tasks);
    return number;
}

/* Prints how many of 2,016 fsyncs were answered with 0, 32 at once, and the most threads that were seen. */
int main(void) {
    struct io_uring_params made = {0};
    int ring = syscall(SYS_io_uring_setup, AT_ONCE, &made), file = open("sync.c", O_RDONLY), done = 0, most = 0;
    if (ring < 0 || file < 0) return 2;
    size_t size = made.sq_off.array + made.sq_entries * 4;
    char *queue = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQ_RING);
    size = made.cq_off.cqes + made.cq_entries * sizeof(struct io_uring_cqe);
    char *answers = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_CQ_RING);
    size = made.sq_entries * sizeof(struct io_uring_sqe);
    struct io_uring_sqe *entries = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQES);
    struct io_uring_cqe *results = (void *) (answers + made.cq_off.cqes);
    for (unsigned asked = 0; asked < REQUESTS; asked += AT_ONCE) {
        for (unsigned i = asked; i < asked + AT_ONCE; i++) {
            entries[i % made.sq_entries] = (struct io_uring_sqe) {.opcode = IORING_OP_FSYNC, .fd = file};
            ((unsigned *) (queue + made.sq_off.array))[i % made.sq_entries] = i % made.sq_entries;
        }
        __atomic_store_n((unsigned *) (queue + made.sq_off.tail), asked + AT_ONCE, __ATOMIC_RELEASE);
        if (syscall(SYS_io_uring_enter, ring, AT_ONCE, AT_ONCE, IORING_ENTER_GETEVENTS, 0, 0) != AT_ONCE) return 2;
        for (unsigned i = asked; i < asked + AT_ONCE; i++) done += results[i % made.cq_entries].res == 0;
        __atomic_store_n((unsigned *) (answers + made.cq_off.head), asked + AT_ONCE, __ATOMIC_RELEASE);
        int now = threads();
        if (now > most) most = now;
    }
    printf("%d %d\n", done, most);
    return 0;
}
C
cc -O1 sync.c -o sync
free=$(./sync) || { echo "no io_uring with fsync here" >&2; exit 2; }
echo 2 >"$group/pids.max"
held=$(sh -c 'echo $$ >"$0/cgroup.procs" && exec ./sync' "$group")
events=$(awk '$1 == "max" { print $2 }' "$group/pids.events" 2>/dev/null || echo 0)
echo "answered with 0, and threads: without a limit $free; with pids.max 2 $held; refused by the limit: $events"
all=$(echo "$free" | cut -d' ' -f1)
echo "$free $held" | awk '{ exit !($2 >= 4 && $4 <= 2) }' || { echo "CHANGED: the workers are not counted" >&2; exit 1; }
echo "$held" | awk -v all="$all" '{ exit !($1 == all) }' || { echo "CHANGED: requests fail" >&2; exit 1; }
echo "as seen: fewer at once, and no error"
