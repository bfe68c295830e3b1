#!/bin/sh
# exec by a thread that is not the process's first: process id and start time stay, and the switches and run-queue wait of the
# process are those of that thread from then on. A count that a monitor had read before falls.
#
# Guess: the process goes on, and so do its counters.
# Seen (Linux 6.18), a first thread that sleeps 500 times, a second one that sleeps 100 times and then executes a shell:
#   voluntary switches in /proc/PID/status 502, then 103; the time of the start, field 22 of /proc/PID/stat, is the same.
#   The thread takes the place of the first one, with what it has counted itself. A launcher written in Go executes from
#   whichever thread it is on.
# So: process id and start time do not promise that counts only grow. Interleave has no rate where one went back, and says so.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >launcher.c <<'C'
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

static void nap(int times) {
    for (int i = 0; i < times; i++) usleep(100);
}

static void *launch(void *nothing) {
    nap(100);
    /* A shell below this one asks, so that both are asked alike. */
    execl("/bin/sh", "sh", "-c", "sh ask; :", (char *) 0);
    return nothing;
}

int main(void) {
    nap(500);
    pid_t asker = fork();
    if (asker == 0) {
        execl("/bin/sh", "sh", "ask", (char *) 0);
        _exit(1);
    }
    waitpid(asker, 0, 0);
    pthread_t thread;
    pthread_create(&thread, 0, launch, 0);
    pthread_join(thread, 0);
    return 1;
}
C
cat >ask <<'SH'
echo "$(sed -n 's/^voluntary_ctxt_switches:.//p' "/proc/$PPID/status") $(cut -d' ' -f22 "/proc/$PPID/stat")"
SH
cc -O1 -pthread launcher.c -o launcher
./launcher >said
cat said
{ read -r before start && read -r after again; } <said
echo "voluntary switches before and after: $before, $after; begun at $start, $again"
[ "$start" = "$again" ] || { echo "CHANGED: another start" >&2; exit 1; }
[ "$after" -lt "$before" ] && [ "$before" -ge 500 ] || { echo "CHANGED: the count goes on" >&2; exit 1; }
echo "as seen: the count fell"
