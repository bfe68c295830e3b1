#!/bin/sh
# A process whose first thread has ended while another computes: ps, top and psutil call it a zombie without memory, without
# arguments and with a CPU share of 100 %, and pidstat in the same line has no wait and no switches.
#
# Guess: a process is a zombie when it has ended; while a thread runs, its state is that of a running process.
# Seen (Linux 6.18, procps 4.0.2, psutil 5.9.4): ps "Zl", "<defunct>", RSS 0, 2 threads, 100 %CPU; psutil status "zombie", rss 0,
#   an empty command line, 2 threads, cpu_percent 100. /proc/PID/stat and status are the first thread's; so is the memory, and
#   only under /proc/PID/task/TID is there another thread's view of it: the pages that statm has there are of the living process.
# So: who leaves zombies out of a list leaves out what uses the CPU. A zombie with more than one thread goes on; Interleave says
#   so of it ("its first thread has ended, others go on") and takes the memory from another thread.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
command -v cc >/dev/null && command -v ps >/dev/null || { echo "needs cc and ps" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
ghost=
trap 'kill $ghost 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
apt-get -q download python3-psutil=5.9.4-1+b1 >/dev/null 2>&1 || { echo "psutil 5.9.4-1+b1 is not served here" >&2; exit 2; }
dpkg -x python3-psutil*.deb root
uname -r
ps --version
cat >ghost.c <<'C'
#include <pthread.h>
#include <time.h>

static void *work(void *nothing) {
    struct timespec now, begun;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    do clock_gettime(CLOCK_MONOTONIC, &now);
    while (now.tv_sec - begun.tv_sec < 30);
    return nothing;
}

int main(void) {
    pthread_t thread;
    pthread_create(&thread, 0, work, 0);
    pthread_exit(0);
}
C
cc -O1 -pthread ghost.c -o ghost
./ghost &
ghost=$!
sleep 1
ps -o stat,pcpu,nlwp,rss,args -p $ghost
state=$(ps -o stat= -p $ghost)
resident=$(ps -o rss= -p $ghost | tr -d ' ')
asked=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 -c "
import psutil
process = psutil.Process($ghost)
print(process.status(), process.memory_info().rss, process.num_threads(), round(process.cpu_percent(1)), process.cmdline())")
echo "psutil: status, rss, threads, CPU, command line: $asked"
other=$(ls /proc/$ghost/task | grep -vx $ghost)
pages=$(cut -d' ' -f2 "/proc/$ghost/task/$other/statm")
echo "resident pages of the first thread $(cut -d' ' -f2 /proc/$ghost/statm), of the other $pages"
case $state in Z*) ;; *) echo "CHANGED: ps says $state" >&2; exit 1 ;; esac
[ "$resident" = 0 ] && [ "$pages" -gt 0 ] || { echo "CHANGED: its memory is seen" >&2; exit 1; }
echo "$asked" | awk '{ exit !($1 == "zombie" && $2 == 0 && $3 == 2 && $4 > 10) }' ||
    { echo "CHANGED: psutil sees more than a zombie" >&2; exit 1; }
echo "as seen: a zombie that computes"
