#!/bin/sh
# Process accounting (accton, sa, dump-acct): four hundred commands of a millisecond each have used no CPU time at all, in any record
# and in the sum. The parent's account of its children has a third of a second.
#
# Guess: times are rounded, so a sum of four hundred is right within a tenth.
# Seen (Linux 6.18, version 3 of the records, acct 6.6.4): 400 records of awk with 0.00 user and 0.00 system; getrusage of the parent 0.32
#   and 0.04 s. A record counts in hundredths of a second, cut off, user and system apart: at most 20 ms of each command are lost.
# So: what runs as many short commands, a build, a shell script, CGI, is free of charge by sa.
#   Interleave has CPU time of children that ended from /proc, of the whole process.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to switch accounting on" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ -x /usr/bin/python3 ] && [ -x /usr/bin/awk ] || { echo "needs Debian's python3 and awk" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap '"$dir/root/usr/sbin/accton" off >/dev/null 2>&1 || :; rm -rf "$dir"' EXIT
cd "$dir"
apt-get -q download acct=6.6.4-5+b1 >/dev/null 2>&1 || { echo "acct=6.6.4-5+b1 is not served here" >&2; exit 2; }
dpkg -x acct_*.deb root
uname -r
: >records
root/usr/sbin/accton "$dir/records" >/dev/null || { echo "needs a kernel with process accounting" >&2; exit 2; }
/usr/bin/python3 - <<'PYTHON' | tee seen
import os, resource

for _ in range(400):
    child = os.posix_spawn("/usr/bin/awk", ["awk", "BEGIN { for (i = 0; i < 10000; i++) sum += i }"], {})
    os.waitpid(child, 0)
children = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"parent {children.ru_utime + children.ru_stime:.2f} s")
PYTHON
root/usr/sbin/accton off >/dev/null
root/usr/sbin/dump-acct records |
    awk -F'|' '$1 ~ /^awk/ { sum += $3 + $4; number++ } END { printf "records %.2f s of %d commands\n", sum / 100, number }' | tee -a seen
awk '/^parent/ { parent = $2 } /^records/ { records = $2; number = $5 } END { exit !(number == 400 && parent > 0.1) }' seen ||
    { echo "CHANGED: not all of them are recorded" >&2; exit 1; }
awk '/^parent/ { parent = $2 } /^records/ { exit !($2 < parent / 4) }' seen || { echo "CHANGED: the records have it" >&2; exit 1; }
echo "as seen: hardly any of it is recorded"
