#!/bin/sh
# 64 MiB that the kernel keeps once for sixteen thousand pages alike (KSM) are 64 MiB of RSS; 32 MiB of huge pages, 32 MiB in pipes and 64 MiB
# in a memfd, which no other process has, are none.
#
# Guess: RSS is the memory that a process keeps from others: pages that were merged leave it, huge pages, its pipes' data and its memfd are in.
# Seen (Linux 6.18), growth of VmRSS: pages alike 64 MiB, before and after they were merged (Pss fell from 71 to 8 MiB);
#   32 MiB of huge pages 0 (HugetlbPages 32 MiB); 512 full pipes 0.1 MiB; a memfd of 64 MiB, written, 0.1.
#   RSS counts the entries of page tables, and huge pages have a count of their own.
# So: ps, top, the OOM killer's first look and "memory of the worker" know none of these. Interleave calls what it
#   shows resident memory.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, for huge pages and to switch the merging on" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
[ -w /sys/kernel/mm/ksm/run ] || { echo "needs a kernel with KSM" >&2; exit 2; }
[ "$(cat /sys/kernel/mm/ksm/run)" = 0 ] || { echo "needs KSM to be switched off before" >&2; exit 2; }
scan=$(cat /sys/kernel/mm/ksm/pages_to_scan)
pages=$(cat /proc/sys/vm/nr_hugepages)
trap 'echo 2 >/sys/kernel/mm/ksm/run; echo 0 >/sys/kernel/mm/ksm/run; echo "$scan" >/sys/kernel/mm/ksm/pages_to_scan
    echo "$pages" >/proc/sys/vm/nr_hugepages' EXIT
echo $((pages + 16)) >/proc/sys/vm/nr_hugepages
echo 20000 >/sys/kernel/mm/ksm/pages_to_scan
uname -r
/usr/bin/python3 - <<'PYTHON'
import mmap, os, sys, time

MIB = 1 << 20
MAP_HUGETLB, MADV_MERGEABLE = 0x40000, 12


def kept(file, name):
    return next(int(line.split()[1]) for line in open(f"/proc/self/{file}") if line.startswith(name + ":")) / 1024


def resident():
    return kept("status", "VmRSS")


page = b"x" * MIB
begin = resident()
alike = mmap.mmap(-1, 64 * MIB, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
for _ in range(64):
    alike.write(page)
alike.madvise(MADV_MERGEABLE)
before = kept("smaps_rollup", "Pss")
with open("/sys/kernel/mm/ksm/run", "w") as run:
    run.write("1")
for _ in range(40):
    time.sleep(0.5)
    if kept("smaps_rollup", "Pss") < before - 50:
        break
else:
    print("nothing was merged here", file=sys.stderr)
    sys.exit(2)
merged = resident() - begin
print(f"64 MiB of pages alike, merged: {merged:.1f} MiB of RSS, Pss {before:.1f} and then {kept('smaps_rollup', 'Pss'):.1f}")

begin, pipes = resident(), []
for _ in range(512):
    pipes.append(os.pipe())
    os.write(pipes[-1][1], b"x" * 65536)
piped = resident() - begin
print(f"32 MiB in pipes: {piped:.1f}")

begin = resident()
memory = os.memfd_create("finding")
for _ in range(64):
    os.write(memory, page)
written = resident() - begin
print(f"64 MiB in a memfd: {written:.1f}")

begin = resident()
try:
    huge = mmap.mmap(-1, 32 * MIB, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | MAP_HUGETLB)
    for place in range(0, 32 * MIB, 4096):
        huge[place] = 1
except OSError:
    print("needs sixteen free huge pages of 2 MiB", file=sys.stderr)
    sys.exit(2)
print(f"32 MiB of huge pages: {resident() - begin:.1f}, HugetlbPages {kept('status', 'HugetlbPages'):.0f}")
if merged < 60:
    sys.exit("CHANGED: merged pages have left RSS")
if max(piped, written, resident() - begin) > 8:
    sys.exit("CHANGED: pipes, memfd or huge pages are in RSS")
PYTHON
echo "as seen: in RSS is what page tables have"
