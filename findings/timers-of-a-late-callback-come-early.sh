#!/bin/sh
# libev: a timer of 100 ms that a callback sets after it computed for 80 ms fires 20 ms later. libuv: after 100 ms if the loop has nothing
# else to do, after 20 ms if another timer ticks meanwhile. libevent: after 100 ms.
#
# Guess: a timer counts from the moment that it is set: 100 ms with each, whatever else there is.
# Seen (libev 4.33, libuv 1.44.2, libevent 2.1.12), fired after: libev 20.1 ms, libuv alone 100.2, libuv beside a timer of 5 ms 20.4,
#   libevent 100.1. libev and libuv count from the time that the loop last looked at, before it called the callback. libuv also sleeps
#   from there, so that alone the two mistakes add up to nothing.
# So: a time-out that is set in a loop that is behind comes too soon, the sooner the busier the loop, and no small test shows it.
#   Node.js and gevent bring the time up to date first; Interleave's loops count from the call.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in libev-dev=1:4.33-1 libev4=1:4.33-1 libevent-dev=2.1.12-stable-8+deb12u1 libuv1-dev=1.44.2-1+deb12u1 \
    libuv1=1.44.2-1+deb12u1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >early.c <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double begin;

static void computes_and_begins(void) {
    double end = now() + 80;
    while (now() < end) {}
    begin = now();
}

static void told(const char *name) {
    printf("%s %.1f\n", name, now() - begin);
    exit(0);
}

#ifdef LIBEV
#include <ev.h>
static ev_timer first, second;
static void fires(struct ev_loop *loop, ev_timer *timer, int events) { told("libev"); }
static void sets(struct ev_loop *loop, ev_timer *timer, int events) {
    computes_and_begins();
    ev_timer_init(&second, fires, 0.1, 0);
    ev_timer_start(loop, &second);
}
int main(void) {
    struct ev_loop *loop = ev_default_loop(0);
    ev_timer_init(&first, sets, 0.01, 0);
    ev_timer_start(loop, &first);
    ev_run(loop, 0);
}
#elif defined LIBUV
#include <uv.h>
static uv_timer_t first, second, third;
static void fires(uv_timer_t *timer) { told(third.loop ? "libuv-and-ticks" : "libuv"); }
static void ticks(uv_timer_t *timer) {}
static void sets(uv_timer_t *timer) {
    computes_and_begins();
    uv_timer_init(timer->loop, &second);
    uv_timer_start(&second, fires, 100, 0);
}
int main(int count, char **words) {
    if (count > 1) {
        uv_timer_init(uv_default_loop(), &third);
        uv_timer_start(&third, ticks, 5, 5);
    }
    uv_timer_init(uv_default_loop(), &first);
    uv_timer_start(&first, sets, 10, 0);
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
#else
#include <event2/event.h>
static void fires(evutil_socket_t file, short what, void *base) { told("libevent"); }
static void sets(evutil_socket_t file, short what, void *base) {
    struct timeval later = {0, 100000};
    computes_and_begins();
    event_add(evtimer_new(base, fires, 0), &later);
}
int main(void) {
    struct event_base *base = event_base_new();
    struct timeval soon = {0, 10000};
    event_add(evtimer_new(base, sets, base), &soon);
    event_base_dispatch(base);
}
#endif
C
library="root/usr/lib/$(uname -m)-linux-gnu"
export LD_LIBRARY_PATH="$library"
for loop in LIBEV:ev LIBEVENT:event LIBUV:uv; do
    [ ${loop#*:} = event ] && link="$library/libevent.a" || link="-L$library -l${loop#*:}"
    # shellcheck disable=SC2086
    cc -O1 -w -D"${loop%:*}" -Iroot/usr/include -I"root/usr/include/$(uname -m)-linux-gnu" early.c $link -lm -pthread \
        -o "${loop#*:}"
done
{ ./ev; ./event; ./uv; ./uv ticks; } | tee seen
awk '/^(libev|libuv-and-ticks) / && $2 > 60 { exit 1 }' seen || { echo "CHANGED: it counts from the call" >&2; exit 1; }
awk '/^(libevent|libuv) / && $2 < 99 { exit 1 }' seen || { echo "CHANGED: libevent or a lone libuv is early, too" >&2; exit 1; }
[ "$(wc -l <seen)" = 4 ]
echo "as seen: four fifths too early"
