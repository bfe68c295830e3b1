#!/bin/sh
# A CPU quota of 20 ms in each 100 ms is written once more, the same number, again and again: each writing is a fresh quota at once. Written a
# hundred times a second, a group that may use a fifth of a CPU uses all of it, and is throttled hardly ever.
#
# Guess: a number that is there already changes nothing; at most the period begins anew.
# Seen (Linux 6.18), CPU time of a loop in such a group, in percent of a CPU over 3 s: 20 when the quota was written once; 40 written ten
#   times a second, 70 thirty times, 98 to 100 a hundred times; then 20 again. cpu.stat counted 30, 30, 3 to 11, 0 and 30 of 30 periods
#   throttled. The kernel gives out the quota when it is set, and lets those run who waited for it.
# So: what sets limits anew on a schedule, as updaters of containers do, gives away CPU time, a quota for each time; and the count of
#   throttled periods falls, as if the limit were wide. Interleave shows throttled and run-queue wait as the kernel has them.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to make a cgroup" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
for group in /sys/fs/cgroup/cpu/findings-$$ /sys/fs/cgroup/findings-$$ none; do
    { mkdir "$group" && [ -e "$group/cpu.cfs_quota_us" -o -e "$group/cpu.max" ]; } 2>/dev/null && break
    rmdir "$group" 2>/dev/null || :
done
[ "$group" != none ] || { echo "needs the cpu controller of cgroups" >&2; exit 2; }
busy=
trap 'kill $busy 2>/dev/null || :; wait; rmdir "$group"' EXIT
uname -r
if [ -e "$group/cpu.max" ]; then
    echo 10000 >"$group/cpu.weight"
    quota=cpu.max
    value="20000 100000"
else
    echo 100000 >"$group/cpu.shares"
    echo 100000 >"$group/cpu.cfs_period_us"
    quota=cpu.cfs_quota_us
    value=20000
fi
echo "$value" >"$group/$quota"
sh -c 'echo $$ >"$0/cgroup.procs"; while :; do :; done' "$group" &
busy=$!
/usr/bin/python3 - "$group" "$quota" "$value" "$busy" <<'PYTHON'
"""Writes the quota that is there so many times a second, for 3 s each, and looks at what the group has used."""
import sys, time

group, quota, value, pid = sys.argv[1:]


def used():
    return int(open(f"/proc/{pid}/schedstat").read().split()[0]) / 1e9


def throttled():
    stat = dict(line.split() for line in open(group + "/cpu.stat"))
    return int(stat["nr_throttled"])


def share(times):
    """The percent of a CPU that the group has when its quota is written so many times a second."""
    time.sleep(0.3)
    before, held, start = used(), throttled(), time.monotonic()
    while time.monotonic() - start < 3:
        time.sleep(1 / (times or 10))
        if times:
            with open(f"{group}/{quota}", "w") as file:
                file.write(value)
    percent = 100 * (used() - before) / (time.monotonic() - start)
    print(f"written {times:3} times a second: {percent:5.1f} % of a CPU, {throttled() - held} periods throttled")
    return percent


once, ten, thirty, hundred, last = [share(times) for times in (0, 10, 30, 100, 0)]
if once < 15 or last < 15:
    print("the loop was stopped, or had no CPU", file=sys.stderr)
    sys.exit(2)
if once > 22 or last > 22:
    sys.exit("CHANGED: the quota does not hold")
if not (ten > 24 and hundred > 35 and hundred > ten):
    sys.exit("CHANGED: a quota that is written again is no fresh one")
PYTHON
echo "as seen: the same number, and a fresh quota"
