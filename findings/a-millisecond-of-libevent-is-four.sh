#!/bin/sh
# libevent: a timer of 1 ms, as of 0.1, comes after 4 ms and wakes the thread three or four times on the way. With the flag
# EVENT_BASE_FLAG_PRECISE_TIMER it comes in time, after one switch.
#
# Guess: epoll knows whole milliseconds, so 1.1 ms for either, and one switch.
# Seen (libevent 2.1.12, Linux 6.18, HZ 250), 300 one after the other: timer of 0.1 ms 4.0 to 4.2 ms each, 3.6 switches; of 1 ms 4.0 to 4.1 and 3.6;
#   with the flag 0.12 and 1.03, and 1.0. By default it reads CLOCK_MONOTONIC_COARSE, which stands still for a tick: it wakes when the time is over,
#   sees by that clock that it is not, and waits again.
# So: what is paced by it sends 250 a second where 1,000 were asked for, and switches a thousand times all the same; Crystal's sleep, tmux and
#   memcached are made of it. Interleave's pacers read the fine clock.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in libevent-dev=2.1.12-stable-8+deb12u1 libevent-core-2.1-7=2.1.12-stable-8+deb12u1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >timers.c <<'C'
#include <event2/event.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

enum { COUNT = 300 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}
static long switches(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nvcsw;
}
static void fire(evutil_socket_t none, short what, void *argument) {}

static void show(const char *name, int flags, int microseconds) {
    struct event_config *config = event_config_new();
    event_config_set_flag(config, flags);
    struct event_base *base = event_base_new_with_config(config);
    struct timeval wait = {0, microseconds};
    double begun = now();
    long before = switches();
    for (int i = 0; i < COUNT; i++) {
        event_base_once(base, -1, EV_TIMEOUT, fire, 0, &wait);
        event_base_dispatch(base);
    }
    printf("%s %d us: %.2f ms, %.2f switches\n", name, microseconds, (now() - begun) / COUNT, (double) (switches() - before) / COUNT);
}

int main(void) {
    struct timespec tick;
    clock_getres(CLOCK_MONOTONIC_COARSE, &tick);
    printf("libevent %s, coarse clock %.1f ms\n", event_get_version(), tick.tv_nsec / 1e6);
    show("default", 0, 100);
    show("default", 0, 1000);
    show("precise", EVENT_BASE_FLAG_PRECISE_TIMER, 100);
    show("precise", EVENT_BASE_FLAG_PRECISE_TIMER, 1000);
    return 0;
}
C
library="root/usr/lib/$(uname -m)-linux-gnu"
cc -O1 -w -Iroot/usr/include timers.c "$library"/libevent_core-2.1.so.7 -o timers
LD_LIBRARY_PATH="$library" ./timers | tee seen
awk '/coarse/ { exit !($5 < 2) }' seen && { echo "needs a kernel of 250 ticks a second or fewer" >&2; exit 2; }
awk '/us:/ { n[$1 $2] = $4; s[$1 $2] = $6 } END { exit !(n["default1000"] > 3 && n["default1000"] > 1.6 * n["precise1000"] && s["default1000"] > 2) }' seen ||
    { echo "CHANGED: a millisecond is one" >&2; exit 1; }
echo "as seen: a tick, and three wakings more"
