#!/bin/sh
# sysbench --rate: in a run of 3 s one thread has an "execution time" of thousands of seconds, and the latency of an event is
# mostly the time before it began.
#
# Guess: execution time is what a thread spent in events, so at most the run's; latency is an event's own time, as without --rate.
# Seen (sysbench 1.0.20, one thread, events of some 0.7 ms): without a rate avg 0.7 ms, execution time 3 s; with --rate=5000, which it
#   cannot keep, avg about 1,200 ms, execution time over 4,000 s. Events wait in a queue from the time that they were planned for.
# So: with a rate sysbench's percentiles are of response times, and do not compare with those of a run without one. Interleave
#   shows service and response times apart.
set -eu
command -v sysbench >/dev/null || { echo "needs sysbench" >&2; exit 2; }
sysbench --version
seconds() {
    sysbench cpu --cpu-max-prime=20000 --threads=1 --time=3 "$@" run |
        awk '/avg:/ { avg = $2 } /execution time/ { sub("/.*", "", $4); print avg, $4 }'
}
closed=$(seconds)
open=$(seconds --rate=5000)
echo "mean latency in ms and execution time of the thread in s: without a rate $closed; with --rate=5000 $open"
echo "$closed" | awk '{ exit !($2 < 5) }' || { echo "CHANGED: a closed run works longer than it runs" >&2; exit 1; }
echo "$open" | awk '{ exit !($2 > 30) }' || { echo "CHANGED: the execution time is the run's" >&2; exit 1; }
echo "as seen: queueing is execution"
