#!/bin/sh
# A mapped file of which a program reads one byte in each 64 KiB: all of it is resident memory of the program, sixteen times and more
# of what it touched, if others have read the file before. With MADV_RANDOM as without.
#
# Guess: one page is mapped at a touch: 64 MiB, 1,024 touches, 1,024 faults, 4 MiB; at one touch a mebibyte 64 pages.
# Seen (Linux 6.18, 64 MiB, cached), one byte in each 64 KiB: 65,536 KiB resident, 32 faults; one in each mebibyte: 65,536 KiB, 32
#   faults. A file that was written in pieces of 4 KiB: 65,664 and 4,096 KiB. The kernel maps what is cached around the touched
#   page, sixteen pages at least, or as far as the folio goes.
# So: RSS of a program that maps data (RocksDB, LMDB, MongoDB, a JVM's CDS archive) is of what the cache held, not of what it used,
#   and the same program on a cold cache is small. Interleave says
#   "resident, shared pages included".
set -eu
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >touch.py <<'PYTHON'
"""Touches one byte in each so many, and tells the resident memory of the file and the page faults."""
import mmap, resource, sys

SIZE = 64 << 20


def resident():
    """KiB of files that are mapped here."""
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("RssFile"))


with open("data", "wb") as made:
    made.write(b"x" * SIZE)
seen = []
with open("data", "rb") as file:
    for step in (65536, 1 << 20):
        for advice in (mmap.MADV_NORMAL, mmap.MADV_RANDOM):
            mapped = mmap.mmap(file.fileno(), SIZE, mmap.MAP_PRIVATE, mmap.PROT_READ)
            mapped.madvise(advice)
            before, faults = resident(), resource.getrusage(resource.RUSAGE_SELF).ru_minflt
            for place in range(0, SIZE, step):
                mapped[place]
            grown = resident() - before
            faults = resource.getrusage(resource.RUSAGE_SELF).ru_minflt - faults
            seen.append(grown / (SIZE // step * 4))
            print(f"one byte in {step}, {'random' if advice else 'normal'}: {SIZE // step} touches, {faults} faults, "
                  f"{grown} KiB resident, {seen[-1]:.0f} times the pages touched")
            mapped.close()
if min(seen) < 8:
    sys.exit("CHANGED: what is touched is mapped, and little more")
PYTHON
/usr/bin/python3 touch.py
echo "as seen: a neighbourhood each"
