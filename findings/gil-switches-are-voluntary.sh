#!/bin/sh
# Python threads that only compute make hundreds of voluntary context switches a second: each wait for the interpreter's lock
# is a sleep. Two of them on two idle CPUs use one CPU between them, and look as if they did I/O.
#
# Guess: who computes all the time is switched involuntarily, if at all; the interpreter passes the lock on each 5 ms.
# Seen (Python 3.11, Linux 6.18, 2 CPUs), switches a second of all threads, voluntary and involuntary:
#   1 thread 2 and 25      2 threads 410 and 160      8 threads 1,820 and 480
#   A thread that wants the lock sleeps 5 ms at a time; one that has just given it up sleeps until the other has it.
# So: "voluntary" is not "waits for a device". Interleave says that a thread gave its CPU up to wait, and not what for.
set -eu
python3 --version
python3 -c 'import sys; sys.exit(not getattr(sys, "_is_gil_enabled", lambda: True)())' ||
    { echo "needs a Python with the lock" >&2; exit 2; }
uname -r
for threads in 1 2 8; do
    seen=$(python3 - $threads <<'PYTHON'
import resource
import sys
import threading
import time


def compute():
    end = time.monotonic() + 3
    while time.monotonic() < end:
        sum(range(10000))


threads = [threading.Thread(target=compute) for _ in range(int(sys.argv[1]))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_nvcsw // 3, used.ru_nivcsw // 3, round((used.ru_utime + used.ru_stime) * 100 / 3))
PYTHON
    )
    echo "$threads threads: voluntary and involuntary switches a second, percent of a CPU: $seen"
    case $threads in
        1) one=${seen%% *} ;;
        2) two=${seen%% *} ;;
    esac
done
[ "$one" -lt 50 ] && [ "$two" -gt 100 ] || { echo "CHANGED: threads that compute do not sleep" >&2; exit 1; }
echo "as seen: voluntary, without waiting for a device"
