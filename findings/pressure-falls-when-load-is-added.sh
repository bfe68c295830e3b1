#!/bin/sh
# CPU pressure (PSI, "some"): two busy tasks share one CPU of two: 100 %. A third task, alone on the other CPU, halves it to
# 50 %, though those two wait as before.
#
# Guess: "some" is the share of the time in which at least one task waits, so it stays at 100 %, wherever else work is done.
# Seen (Linux 6.18, a cgroup v2 of its own): 100 %, then 51 %, and 100 % again when the third task has ended. The kernel keeps
#   the share of each CPU and gives out their mean, weighted by the time in which each CPU had something to do: a CPU that is
#   idle weighs nothing, one that is busy with a single task weighs as much as the crowded one.
# So: pressure that falls can mean more work; run-queue wait, summed over threads, does not fall. Interleave says of pressure
#   that it is a mean over the CPUs that work.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to make a cgroup and to mount cgroup v2" >&2; exit 2; }
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
command -v taskset >/dev/null && command -v timeout >/dev/null || { echo "needs taskset and timeout" >&2; exit 2; }
uname -r
dir=$(mktemp -d)
group=
trap 'wait; [ -z "$group" ] || rmdir "$group"; umount "$dir"; rmdir "$dir"' EXIT
mount -t cgroup2 none "$dir" || { trap 'rmdir "$dir"' EXIT; echo "cannot mount cgroup v2 here" >&2; exit 2; }
group=$dir/finding.$$
mkdir "$group"
[ -r "$group/cpu.pressure" ] || { echo "no pressure of cgroups here (psi=1)" >&2; exit 2; }

# Computes on CPU $1 for $2 seconds, in the cgroup, at nice $3.
busy() {
    sh -c "echo \$\$ >'$group/cgroup.procs'; exec nice -n $3 taskset -c $1 timeout $2 sh -c 'while :; do :; done'" &
}
waited() { sed -n 's/^some.*total=//p' "$group/cpu.pressure"; }
# Percent of three seconds, which are as long as they turn out to be.
pressure() {
    from=$(waited)
    began=$(date +%s%N)
    sleep 3
    echo $((($(waited) - from) * 100000 / ($(date +%s%N) - began)))
}
try() {
    busy 0 15 0
    busy 0 15 0
    sleep 1
    crowd=$(pressure)
    busy 1 5 -20
    sleep 1
    more=$(pressure)
    sleep 2
    after=$(pressure)
    echo "two tasks on CPU 0: $crowd %; and one on CPU 1: $more %; without it again: $after %"
    wait
}
try
# Where other programs make the third task wait too, the number is between the two: once more.
[ "$more" -lt 85 ] || try
[ "$crowd" -ge 90 ] && [ "$after" -ge 90 ] || { echo "CHANGED: two busy tasks on one CPU are no full pressure" >&2; exit 1; }
[ "$more" -lt 85 ] || { echo "CHANGED: pressure does not fall (or CPU 1 is busy with other things)" >&2; exit 1; }
echo "as seen: more work, less pressure"
