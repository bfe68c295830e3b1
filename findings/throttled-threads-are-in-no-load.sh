#!/bin/sh
# Eight busy threads in a cgroup that may use a fifth of one CPU: all are R, runnable, at each look, and the kernel's number of running
# threads, of which the load average is made, leaves them out for most of the time. Time throttled is of all CPUs.
#
# Guess: who is R is counted by procs_running, so a container that hits its limit shows as a load of eight; and what it is
#   throttled is 0.8 to 0.9 s in a second.
# Seen (Linux 6.18, 2 CPUs, cpu.max 20 ms of 100): R eight of eight in 99 to 100 % of the looks; procs_running without the eight in
#   59 to 83 % of them, 1 at the least; run-queue wait (schedstat) 7.8 s a second; throttled 1.6 to 1.8 s a second.
#   A group that is throttled is taken off its queues, with all in it. Its time is added up for each CPU's queue.
# So: the load of a machine full of throttled containers is low, and "throttled seconds" above 1 a second are no error. Interleave
#   shows run-queue wait, which has it.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to make a cgroup" >&2; exit 2; }
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs python3" >&2; exit 2; }
for group in /sys/fs/cgroup/cpu/findings-$$ /sys/fs/cgroup/findings-$$ none; do
    { mkdir "$group" && [ -e "$group/cpu.cfs_quota_us" -o -e "$group/cpu.max" ]; } 2>/dev/null && break
    rmdir "$group" 2>/dev/null || :
done
[ "$group" != none ] || { echo "needs the cpu controller of cgroups" >&2; exit 2; }
dir=$(mktemp -d)
busy=
trap 'kill $busy 2>/dev/null || :; wait; rmdir "$group"; rm -rf "$dir"' EXIT
uname -r
if [ -e "$group/cpu.max" ]; then
    echo "20000 100000" >"$group/cpu.max"
else
    echo 100000 >"$group/cpu.cfs_period_us"
    echo 20000 >"$group/cpu.cfs_quota_us"
fi
cat >"$dir/busy.c" <<'C'
#include <pthread.h>
static void *compute(void *none) {
    for (volatile long i = 0;; i++) {}
    return none;
}
int main(void) {
    pthread_t thread;
    for (int i = 0; i < 7; i++) pthread_create(&thread, 0, compute, 0);
    compute(0);
}
C
cc -O1 -pthread "$dir/busy.c" -o "$dir/busy"
sh -c 'echo $$ >"$0/cgroup.procs"; exec "$1"' "$group" "$dir/busy" &
busy=$!
sleep 1
cat >"$dir/look.py" <<'PYTHON'
"""Looks at the threads of a process and at the machine for 4 s."""
import glob, sys, time

pid, group = sys.argv[1:]


def wait():
    """The seconds that its threads have waited for a CPU."""
    return sum(int(open(task + "/schedstat").read().split()[1]) for task in glob.glob(f"/proc/{pid}/task/*")) / 1e9


def throttled():
    """The seconds that the group says it was throttled."""
    stat = dict(line.split() for line in open(group + "/cpu.stat"))
    return int(stat["throttled_usec"]) / 1e6 if "throttled_usec" in stat else int(stat["throttled_time"]) / 1e9


def others():
    """How many threads of other processes want to run."""
    wanting = 0
    for stat in glob.glob("/proc/[0-9]*/task/[0-9]*/stat"):
        try:
            wanting += f"/proc/{pid}/" not in stat and open(stat).read().rsplit(")", 1)[1].split()[0] == "R"
        except OSError:
            pass  # It has ended.
    return wanting


runnable, running = [], []
begin, waited, held = time.monotonic(), wait(), throttled()
while time.monotonic() < begin + 4:
    stats = [open(task + "/stat").read().rsplit(")", 1)[1].split()[0] for task in glob.glob(f"/proc/{pid}/task/*")]
    runnable.append(stats.count("R"))
    running.append(next(int(line.split()[1]) for line in open("/proc/stat") if line.startswith("procs_running")))
    time.sleep(0.013)
took = time.monotonic() - begin
waited, held = (wait() - waited) / took, (throttled() - held) / took
all_runnable = sum(number == 8 for number in runnable) / len(runnable)
without = sum(number < 8 for number in running) / len(running)
print(f"all eight R in {all_runnable:.0%} of the looks, procs_running below eight in {without:.0%}, the least {min(running)};")
print(f"run-queue wait {waited:.1f} s a second, throttled {held:.2f} s a second")
if all_runnable < 0.9 or waited < 6:
    sys.exit("CHANGED: they are not runnable, or do not wait")
if (min(running) >= 8 or held < 1.1) and others() > 3:
    print("needs a machine with less to do", file=sys.stderr)
    sys.exit(2)
if min(running) >= 8 or held < 1.1:
    sys.exit("CHANGED: procs_running has them at each look, or throttled time is the clock's")
PYTHON
python3 "$dir/look.py" "$busy" "$group"
echo "as seen: runnable, and in no load"
