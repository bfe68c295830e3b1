#!/bin/sh
# perf data convert --to-json: samples of CPU time and context switches of one recording become one list, in which nothing says which is
# which: no event's name, no period. perf script has both.
#
# Guess: JSON is the whole sample, as perf script has it: time, thread, CPU, event, period, stack.
# Seen (perf 6.1.187, Linux 6.18), cpu-clock at 1,000 a second, and each context switch, of a program that computes 0.3 s and sleeps 100
#   times: perf script 300 samples of cpu-clock and 100 to 240 of context-switches, each with its period; JSON as many objects in all,
#   with timestamp, pid, tid, comm and callchain.
# So: a flame graph made from it adds a millisecond of computing and a switch as if they were one thing; the more a program waits, the
#   more its waiting looks like CPU time. A number without its unit is none: each of Interleave's has its name, and the unit in it.
set -eu
command -v cc >/dev/null && command -v perf >/dev/null || { echo "needs cc and perf (linux-perf)" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs /usr/bin/python3" >&2; exit 2; }
[ "$(id -u)" = 0 ] || { echo "needs root, to record switches" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
perf --version
cat >both.c <<'C'
#include <time.h>

static double used(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}
int main(void) {
    struct timespec millisecond = {0, 1000000};
    for (int i = 1; i <= 100; i++) {
        while (used() < i * 0.003) {}
        nanosleep(&millisecond, 0);
    }
}
C
cc -O1 both.c -o both
perf record -q -g -e cpu-clock/period=1000000/ -e context-switches/period=1/ -o data ./both 2>errors ||
    perf record -q -g -e cpu-clock -c 1000000 -e context-switches -c 1 -o data ./both 2>errors || { cat errors >&2; exit 2; }
perf data convert --to-json json -i data >/dev/null 2>&1 || { echo "this perf converts to no JSON" >&2; exit 2; }
echo "perf script:"
perf script -i data -F comm,event,period -G 2>/dev/null | awk 'NF { print $NF }' | sort | uniq -c | tee script
echo "JSON:"
/usr/bin/python3 - <<'PYTHON' | tee seen
import json

samples = json.load(open("json"))["samples"]
names = sorted({name for sample in samples for name in sample})
print(len(samples), "samples of", *names)
text = json.dumps(samples)
print("named" if "cpu-clock" in text or "context-switches" in text else "nameless")
PYTHON
awk '/cpu-clock/ { clock = $1 } /context-switches/ { switches = $1 } END { exit !(clock > 100 && switches > 80) }' script ||
    { echo "CHANGED: perf script does not have both" >&2; exit 1; }
grep -qx nameless seen && ! grep -q 'period\|event' seen || { echo "CHANGED: the JSON tells events apart" >&2; exit 1; }
echo "as seen: which event is lost"
