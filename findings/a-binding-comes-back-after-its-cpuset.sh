#!/bin/sh
# A process that taskset bound to CPU 1 is put on CPU 0 when its cpuset shrinks to that, and is bound to CPU 1 again when the cpuset
# is widened: the kernel keeps what was asked for. Nothing in /proc shows it meanwhile.
#
# Guess: a binding that cannot be kept is gone: after the cpuset was narrowed and widened, the process has both CPUs.
# Seen (Linux 6.18, cpuset of version 1): bound 1, then 0, then 1; a process that never was bound: 0-1, 0, 0-1. The
#   kernel's history has it from 6.2 on.
# So: the CPUs that a process may use are not all that there is to its placement: a pod that is resized has its old bindings
#   back, on CPUs that somebody else was given. Interleave names the placement of each run.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to make a cgroup" >&2; exit 2; }
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
command -v taskset >/dev/null || { echo "needs taskset" >&2; exit 2; }
uname -r
if [ -f /sys/fs/cgroup/cpuset/cpuset.mems ]; then
    group=/sys/fs/cgroup/cpuset/interleave-finding-$$
    mkdir "$group"
    cat /sys/fs/cgroup/cpuset/cpuset.mems >"$group/cpuset.mems"
elif grep -qw cpuset /sys/fs/cgroup/cgroup.subtree_control 2>/dev/null; then
    group=/sys/fs/cgroup/interleave-finding-$$
    mkdir "$group"
else
    echo "needs the cgroup controller cpuset" >&2
    exit 2
fi
bound=
free=
end() {
    kill $bound $free 2>/dev/null || :
    wait
    rmdir "$group"
}
trap 'end' EXIT
echo 0-1 >"$group/cpuset.cpus"
taskset -c 1 sleep 30 &
bound=$!
sleep 30 &
free=$!
sleep 0.3
echo "$bound" >"$group/cgroup.procs"
echo "$free" >"$group/cgroup.procs"
cpus() { awk '$1 == "Cpus_allowed_list:" { print $2 }' "/proc/$1/status"; }
seen=
look() {
    echo "$1" >"$group/cpuset.cpus"
    now="$(cpus "$bound")/$(cpus "$free")"
    echo "cpuset $1: bound to CPU 1 $(cpus "$bound"), never bound $(cpus "$free")"
    seen="$seen $now"
}
look 0-1
look 0
look 0-1
[ "$seen" = " 1/0-1 0/0 1/0-1" ] || { echo "CHANGED: seen$seen" >&2; exit 1; }
echo "as seen: the binding is back"
