#!/bin/sh
# A byte that a program writes to its terminal is handed to the reader by a worker thread of the kernel, and so is a key on its way in: two
# switches more there and back, up to ten times as long as through a socket, and the worker's time is nobody's.
#
# Guess: the terminal is a buffer like a pipe: the writer wakes the reader, and that is all.
# Seen (Linux 6.18, raw pseudo-terminal, both programs on one CPU of two), one byte there and one back: socket 8 us, 2.4 to 2.9 switches of the
#   two programs, none of the kernel's workers; terminal 60 to 85 us, where the worker took the other CPU, 13 us, where that was busy,
#   2.1 to 2.6 switches of the programs, and 2.0 to 2.3 of kworker threads: one for each direction.
# So: what a text program costs is not all in its own account or its terminal's, and pinning both to one CPU does not pin what is between.
#   Interleave counts switches of the machine, and its own bytes to the terminal.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
uname -r
cat >"$dir/echo.c" <<'C'
// Sends a byte to a child and takes one back, 3,000 times, by a socket and by a terminal; prints for each what that took.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}
static long switches(int who) {
    struct rusage used;
    getrusage(who, &used);
    return used.ru_nvcsw + used.ru_nivcsw;
}
static int order(const void *one, const void *other) {
    double difference = *(double *)one - *(double *)other;
    return difference < 0 ? -1 : difference > 0;
}
// Of all threads named kworker, how often they gave up the CPU.
static long workers(void) {
    FILE *lines = popen("cat $(grep -l '^Name:.kworker' /proc/[0-9]*/status 2>/dev/null) 2>/dev/null |"
                        " awk '/ctxt_switches/ { sum += $2 } END { print sum + 0 }'", "r");
    long sum = 0;
    if (fscanf(lines, "%ld", &sum) != 1) exit(2);
    pclose(lines);
    return sum;
}
int main(void) {
    cpu_set_t cpus;
    sched_getaffinity(0, sizeof cpus, &cpus);
    int cpu = CPU_SETSIZE - 1;
    while (!CPU_ISSET(cpu, &cpus)) cpu--;
    CPU_ZERO(&cpus);
    CPU_SET(cpu, &cpus);
    sched_setaffinity(0, sizeof cpus, &cpus);
    for (int terminal = 0; terminal < 2; terminal++) {
        int ends[2], count = 3000;
        if (!terminal)
            socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
        else {
            struct termios mode;
            ends[0] = posix_openpt(O_RDWR | O_NOCTTY);
            if (ends[0] < 0 || grantpt(ends[0]) || unlockpt(ends[0])) return 2;
            ends[1] = open(ptsname(ends[0]), O_RDWR | O_NOCTTY);
            tcgetattr(ends[1], &mode);
            cfmakeraw(&mode);
            tcsetattr(ends[1], TCSANOW, &mode);
        }
        int child = fork();
        if (!child) {
            char byte;
            for (int i = 0; i < count; i++)
                if (read(ends[1], &byte, 1) != 1 || write(ends[1], &byte, 1) != 1) _exit(2);
            _exit(0);
        }
        static double took[3000];
        char byte = 'a';
        long workers_before = workers(), own = switches(RUSAGE_SELF);
        for (int i = 0; i < count; i++) {
            double start = now();
            if (write(ends[0], &byte, 1) != 1 || read(ends[0], &byte, 1) != 1) return 2;
            took[i] = now() - start;
        }
        own = switches(RUSAGE_SELF) - own;
        long children = switches(RUSAGE_CHILDREN);
        waitpid(child, 0, 0);
        children = switches(RUSAGE_CHILDREN) - children;
        qsort(took, count, sizeof *took, order);
        printf("%s %.1f %.2f %.2f\n", terminal ? "terminal" : "socket", took[count / 2], (own + children) / (double)count,
               (workers() - workers_before) / (double)count);
        fflush(stdout);
    }
}
C
cc -O1 "$dir/echo.c" -o "$dir/echo"
echo "there and back: median us, switches of the two programs, switches of kernel workers"
"$dir/echo" | tee "$dir/seen"
awk '{ us[$1] = $2; workers[$1] = $4 } END { exit !(workers["terminal"] > 1.5 && workers["socket"] < 0.7 && us["terminal"] > us["socket"]) }' \
    "$dir/seen" || { echo "CHANGED: the terminal hands over by itself" >&2; exit 1; }
echo "as seen: by way of the kernel"
