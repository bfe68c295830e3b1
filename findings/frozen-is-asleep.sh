#!/bin/sh
# A process that is frozen by cgroup v2, as a paused container is: ps says S, asleep, and its counters are those of a process
# that has nothing to do. Under cgroup v1 it is D.
#
# Guess: D, or T as after SIGSTOP: it cannot go on by itself, whatever happens.
# Seen (Linux 6.18, procps 4.0.2), a busy loop, frozen: state S, wait channel get_signal, and its run-queue wait and switches stand
#   still; neither procs_running nor procs_blocked nor the load average has it.
# So: what looks idle may be held. Only cgroup.events of its own cgroup, or of one above, says "frozen 1", where Interleave looks
#   before it says so; its own runs that are frozen are not taken for hung.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to make a cgroup and to mount cgroup v2" >&2; exit 2; }
command -v ps >/dev/null && command -v timeout >/dev/null || { echo "needs ps and timeout" >&2; exit 2; }
uname -r
dir=$(mktemp -d)
group=$dir/finding.$$
mount -t cgroup2 none "$dir" || { rmdir "$dir"; echo "cannot mount cgroup v2 here" >&2; exit 2; }
trap 'wait; rmdir "$group"; umount "$dir"; rmdir "$dir"' EXIT
mkdir "$group"
sh -c "echo \$\$ >'$group/cgroup.procs'; exec timeout 4 sh -c 'while :; do :; done'" &
sleep 1
busy=$(tail -1 "$group/cgroup.procs")
before=$(ps -o stat= -p "$busy")
echo 1 >"$group/cgroup.freeze"
sleep 0.5
frozen=$(ps -o stat= -p "$busy")
ps -o stat,wchan:20,args -p "$busy"
cat "/proc/$busy/schedstat"
waited=$(cut -d' ' -f1,2 "/proc/$busy/schedstat")
sleep 1
still=$(cut -d' ' -f1,2 "/proc/$busy/schedstat")
grep frozen "$group/cgroup.events"
echo 0 >"$group/cgroup.freeze"
echo "busy: $before; frozen: $frozen"
[ "$waited" = "$still" ] || { echo "CHANGED: it waits for a CPU while it is frozen" >&2; exit 1; }
case $before,$frozen in R*,S*) ;; *) echo "CHANGED: a state of its own" >&2; exit 1 ;; esac
echo "as seen: frozen is asleep"
