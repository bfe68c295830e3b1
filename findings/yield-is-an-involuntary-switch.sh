#!/bin/sh
# sched_yield: who gives the CPU away by asking to is counted among the involuntary switches, one for one; and who yields
# with nobody else there does not switch at all.
#
# Guess: a yield is as voluntary as a switch can be, and is counted so.
# Seen (Linux 6.18, python3 3.11, processes pinned to one CPU, 50,000 yields each):
#   alone: 0.000 voluntary, 0.000 involuntary a yield; two processes: 0.000 and 1.000 each; three: 0.000 and 0.99 each.
# So: a spinning lock that yields shows as involuntary switches; Interleave's words do not call them all preemptions.
set -eu
command -v python3 >/dev/null || { apt-get update -q && apt-get install -y -q python3; } >/dev/null 2>&1
python3 --version
uname -r
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat >"$dir/yielders.py" <<'PYTHON'
"""Forks N processes on one CPU that yield 50,000 times; prints the voluntary and involuntary switches a yield."""
import os, resource, sys, time

os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
yields = 50_000
reader, writer = os.pipe()
children = []
for _ in range(int(sys.argv[1])):
    child = os.fork()
    if child == 0:
        time.sleep(0.3)
        before = resource.getrusage(resource.RUSAGE_SELF)
        for _ in range(yields):
            os.sched_yield()
        after = resource.getrusage(resource.RUSAGE_SELF)
        os.write(writer, b"%d %d\n" % (after.ru_nvcsw - before.ru_nvcsw, after.ru_nivcsw - before.ru_nivcsw))
        os._exit(0)
    children.append(child)
for child in children:
    os.waitpid(child, 0)
os.close(writer)
pairs = [list(map(int, line.split())) for line in os.fdopen(reader)]
print("%.3f %.3f" % tuple(sum(pair[i] for pair in pairs) / len(pairs) / yields for i in (0, 1)))
PYTHON
alone=$(python3 "$dir/yielders.py" 1)
two=$(python3 "$dir/yielders.py" 2)
echo "voluntary and involuntary switches a yield: alone $alone, two on one CPU $two"
awk -v a="${alone#* }" -v v="${two% *}" -v i="${two#* }" 'BEGIN { exit !(a < 0.2 && v < 0.1 && i > 0.5) }' ||
    { echo "CHANGED: a yield is counted otherwise" >&2; exit 1; }
echo "as seen: a yield is an involuntary switch"
