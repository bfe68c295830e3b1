#!/bin/sh
# poll, epoll_wait and select with a time to wait are late by a thousandth of it, and by up to five times that when the
# process is nice: 0.5 ms for half a second, up to 2.5 ms under nice -n 1. A sleep of the same length is late by 0.1 ms.
#
# Guess: every wait is late by the timer slack of 50 us and the time to wake up, however long it is; nice is about CPU shares.
# Seen (Linux 6.18, python3 3.11), median lateness of ten waits of 500 ms:
#   time.sleep (clock_nanosleep) 0.11 ms   poll 0.57 ms   epoll_wait 0.58 ms
#   under nice -n 1, sleep       0.11 ms   poll 1.9 ms    epoll_wait 1.8 ms
#   The kernel gives these calls a slack in proportion (1/1000, nice 1/200, at most 100 ms); another timer's interrupt may end
#   them earlier. Selector.select(500) of JDK 25 and setTimeout(500) of Node.js 20 are late alike, LockSupport.parkNanos is not.
# So: what paces by an event loop runs late by a thousandth, five times that when it is nice. Interleave's plans of send times
#   park, and correct for what a wait was too long.
set -eu
uname -r
python3 --version
waits() {
    nice -n "$1" python3 - <<'PYTHON'
import select
import statistics
import time

poll = select.poll()
epoll = select.epoll()
ways = {"sleep": time.sleep, "poll": lambda s: poll.poll(s * 1000), "epoll": epoll.poll}
late = {way: [] for way in ways}
for _ in range(10):
    for way, wait in ways.items():
        begun = time.monotonic()
        wait(0.5)
        late[way].append((time.monotonic() - begun - 0.5) * 1000)
print(*(f"{statistics.median(late[way]):.2f}" for way in ways))
PYTHON
}
usual=$(waits 0)
nice=$(waits 1)
echo "late by ms (sleep, poll, epoll): $usual; under nice: $nice"
echo "$usual $nice" | awk '{ exit !($2 > 2 * $1 && $3 > 2 * $1) }' ||
    { echo "CHANGED: poll and epoll are no later than a sleep" >&2; exit 1; }
echo "$usual $nice" | awk '{ exit !($5 > 1.5 * $2 && $6 > 1.5 * $3) }' ||
    { echo "CHANGED: nice makes no difference" >&2; exit 1; }
echo "as seen: late in proportion, and more so when nice"
