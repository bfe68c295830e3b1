#!/bin/sh
# stress-ng prices "a context switch" by its own operations: twice the price over a pipe, and a price for switches that are not made.
#
# Guess: "nanosecs per context switch" is the time over the switches that the kernel counts, within a few percent.
# Seen (stress-ng 0.15.06, Linux 6.18, 2 CPUs, one stressor for 3 s, the kernel's count by getrusage of all its processes):
#   pipe      179,814 operations, "16,682 ns per context switch",  359,765 switches: 8,300 ns each
#   sem-sysv  569,492 operations, "2,630 ns per context switch",       912 switches in all
#   An operation over a pipe takes two switches: to the reader and back. Semaphores that are free when they are asked for switch nothing.
# So: the price of a switch is the kernel's count in the denominator, never a number of operations.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs python3" >&2; exit 2; }
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
version=0.15.06-2
apt-get -q download "stress-ng=$version" >/dev/null 2>&1 || { echo "stress-ng $version is not served here" >&2; exit 2; }
dpkg -x stress-ng_*.deb root
for library in $(ldd root/usr/bin/stress-ng | awk '/not found/ { print $1 }'); do
    echo "stress-ng needs $library here: apt-get install stress-ng brings what it depends on" >&2
    exit 2
done

cat >count.py <<'PY'
"""Runs stress-ng --switch with the method named, and prints operations, its price in ns, and the kernel's switches."""
import os, re, resource, subprocess, sys

before = resource.getrusage(resource.RUSAGE_CHILDREN)
text = subprocess.run(['root/usr/bin/stress-ng', '--switch', '1', '--switch-method', sys.argv[1], '-t', '3', '--metrics'],
                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, "LC_ALL": "C"}).stdout
after = resource.getrusage(resource.RUSAGE_CHILDREN)
switches = after.ru_nvcsw + after.ru_nivcsw - before.ru_nvcsw - before.ru_nivcsw
operations = int(re.search(r'\] switch +(\d+) ', text).group(1))
price = float(re.search(r'([\d.]+) nanosecs per context switch', text).group(1))
print(operations, price, switches)
PY
for method in pipe sem-sysv; do
    /usr/bin/python3 count.py $method >$method
    echo "$method: $(awk '{ printf "%d operations, \"%.0f ns per context switch\", %d switches by the kernel", $1, $2, $3 }' $method)"
done
awk '{ exit !($3 > 1.5 * $1) }' pipe || { echo "CHANGED: over a pipe an operation is about one switch" >&2; exit 1; }
awk '{ exit !($3 < 0.5 * $1) }' sem-sysv || { echo "CHANGED: the semaphores do switch" >&2; exit 1; }
echo "as seen: its price of a switch is the price of an operation"
