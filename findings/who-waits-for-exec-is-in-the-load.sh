#!/bin/sh
# Sixty processes that wait for a child between vfork and exec, as posix_spawn does: state D, a load average that climbs towards 60, and
# procs_blocked, vmstat's "b", is 0.
#
# Guess: who waits for a child is asleep, S, as in waitpid, and in no load; what is D waits for a disk and is in procs_blocked.
# Seen (Linux 6.18): 60 of 60 in D, waiting in kernel_clone; in 14 s the load average of a minute rose from 23.9 to 46.1, where 32.5 was to
#   be expected of who ran meanwhile; procs_blocked 0. The wait can be killed, but counts as one that cannot be interrupted.
# So: a service that starts programs from a slow disk, or whose children open a pipe first, is a load of as many. Interleave takes
#   its own counts of who waits for a CPU from the scheduler.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >parents.c <<'C'
#define _GNU_SOURCE
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* The child of each waits for so many seconds before it ends, where others would exec. */
int main(int count, char **words) {
    int seconds = atoi(words[1]);
    for (int i = 0; i < 60; i++)
        if (!fork()) {
            if (!vfork()) {
                sleep(seconds);
                _exit(0);
            }
            _exit(0);
        }
    while (wait(0) > 0) {}
}
C
cc -O1 -w parents.c -o parents
./parents 16 &
cat >look.py <<'PYTHON'
"""Looks at the states, the load and the busy CPUs for 14 s."""
import glob, os, sys, time


def stat(name):
    return next(int(line.split()[1]) for line in open("/proc/stat") if line.startswith(name))


def states():
    seen = []
    for file in glob.glob("/proc/[0-9]*/stat"):
        try:
            text = open(file).read()
        except OSError:
            continue  # It has ended.
        if "(parents)" in text:
            seen.append(text.rsplit(")", 1)[1].split()[0])
    return seen


time.sleep(1)
load, blocked, running = os.getloadavg()[0], [], []
for _ in range(140):
    blocked.append(stat("procs_blocked"))
    running.append(stat("procs_running"))
    time.sleep(0.1)
    if len(blocked) == 20:
        waiting = states().count("D")
# A load that nobody adds to falls, and one of as many as ran rises, by this factor in 14 s.
kept = 2.718 ** (-14 / 60)
others = load * kept + sum(running) / len(running) * (1 - kept)
print(f"{waiting} in D; load {load:.1f}, 14 s later {os.getloadavg()[0]:.1f}, where {others:.1f} was to be expected of who ran; "
      f"procs_blocked {sum(blocked) / len(blocked):.1f} on average")
if waiting < 55:
    sys.exit("CHANGED: they are not in D")
if os.getloadavg()[0] < others + 6:
    sys.exit("CHANGED: they are in no load")
if sum(blocked) / len(blocked) > 20:
    sys.exit("CHANGED: they count as blocked")
PYTHON
/usr/bin/python3 look.py
wait
echo "as seen: in D, in the load, and not blocked"
