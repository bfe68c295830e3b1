#!/bin/sh
# Resident memory in /proc/PID/stat (field 24, which pidstat -r shows) is less than in statm and status of the same moment: by a
# fifth for a small program, by up to all of it for a tiny one.
#
# Guess: three files of one kernel have one number; all read the same counter, exact or not.
# Seen (Linux 6.18, sysstat 12.6.1, 2 CPUs), a static program that sleeps: stat 137 pages, statm 174, VmRSS 696 kB; pidstat -r says
#   548 kB, ps 696.
#   Since Linux 6.2 the counter is one per CPU: stat has what was handed in so far, in portions of 32 pages or of twice the number of
#   CPUs, if that is more; the others add up what the CPUs still keep. With more CPUs more is kept.
# So: many small processes have memory that stat does not show. Interleave reads statm.
set -eu
command -v cc >/dev/null && command -v ps >/dev/null || { echo "needs cc and ps" >&2; exit 2; }
dir=$(mktemp -d)
sleeper=
trap 'kill $sleeper 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >sleeper.c <<'C'
#include <unistd.h>

int main(void) {
    sleep(30);
    return 0;
}
C
cc -O1 -static sleeper.c -o sleeper
./sleeper &
sleeper=$!
sleep 0.5
stat=$(cut -d' ' -f24 /proc/$sleeper/stat)
statm=$(cut -d' ' -f2 /proc/$sleeper/statm)
status=$(sed -n 's/^VmRSS:[^0-9]*//p' /proc/$sleeper/status)
echo "pages in stat $stat, in statm $statm; VmRSS $status; ps $(ps -o rss= -p $sleeper | tr -d ' ') kB"
if command -v pidstat >/dev/null; then
    pidstat -V 2>&1 | head -1
    LC_ALL=C pidstat -r -p $sleeper | tail -2
fi
[ "$stat" -lt "$statm" ] || { echo "CHANGED: stat has what statm has" >&2; exit 1; }
echo "as seen: less in stat than in statm"
