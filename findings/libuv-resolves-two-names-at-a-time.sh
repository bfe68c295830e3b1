#!/bin/sh
# libuv, and so Node.js: of its pool of four threads only two may look up names (getaddrinfo). Four look-ups of a second take two seconds,
# eight take four, while four other blocking tasks take one. UV_THREADPOOL_SIZE=16 gives eight.
#
# Guess: four threads, four look-ups at once: a second for four, two for eight.
# Seen (libuv 1.44.2, Node.js 20.20.2; a getaddrinfo that takes a second), seconds for 2, 4 and 8 look-ups: libuv 1.0, 2.0, 4.0, Node the same; of
#   uv_queue_work 1.0, 1.0, 2.0. Look-ups are "slow work", which may have half of the threads, rounded up, so that files are not held up.
# So: a client of many hosts is slowed down by two resolvers that do not answer, with two threads of its pool idle, a CPU at rest, and
#   nothing in the event loop's delay. Load generators on Node wait here before their first request.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in libuv1-dev=1.44.2-1+deb12u1 libuv1=1.44.2-1+deb12u1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
unset UV_THREADPOOL_SIZE
cat >slow.c <<'C'
#include <netdb.h>
#include <unistd.h>

/* A resolver that takes a second, and knows nobody. */
int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
    (void) name, (void) service, (void) hints, (void) found;
    sleep(1);
    return EAI_NONAME;
}
C
cat >looks.c <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

enum { MOST = 16 };
static int left;
static uv_getaddrinfo_t looks[MOST];
static uv_work_t tasks[MOST];

static void found(uv_getaddrinfo_t *look, int status, struct addrinfo *place) { left--, (void) look, (void) status, (void) place; }
static void sleeps(uv_work_t *task) { uv_sleep(1000), (void) task; }
static void slept(uv_work_t *task, int status) { left--, (void) task, (void) status; }

static void show(const char *name, int number) {
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    if (left) exit(3);
    printf("%s %d ", name, number);
}

int main(void) {
    for (int number = 2; number <= 8; number *= 2) {
        uint64_t begin = uv_hrtime();
        left = number;
        for (int i = 0; i < number; i++) uv_getaddrinfo(uv_default_loop(), &looks[i], found, "host.invalid", "80", 0);
        show("look-ups", number);
        printf("%.2f\n", (uv_hrtime() - begin) / 1e9);
        begin = uv_hrtime();
        left = number;
        for (int i = 0; i < number; i++) uv_queue_work(uv_default_loop(), &tasks[i], sleeps, slept);
        show("tasks", number);
        printf("%.2f\n", (uv_hrtime() - begin) / 1e9);
    }
}
C
cc -shared -fPIC slow.c -o slow.so
cc -O1 -Iroot/usr/include looks.c -o looks "$(echo root/usr/lib/*/libuv.so.1.0.0)" -Wl,-rpath,"$(dirname "$dir"/root/usr/lib/*/libuv.so.1)"
echo "libuv 1.44.2: what, how many, seconds:"
LD_PRELOAD="$dir/slow.so" ./looks | tee seen
if command -v node >/dev/null; then
    echo "Node.js $(node --version):"
    cat >looks.js <<'JS'
const dns = require("dns"), begin = Date.now();
let left = 4;
for (let i = 0; i < 4; i++)
    dns.lookup(`host${i}.invalid`, () => --left || console.log(`look-ups 4 ${((Date.now() - begin) / 1000).toFixed(2)}`));
JS
    LD_PRELOAD="$dir/slow.so" node looks.js | tee -a seen
fi
awk '$1 == "tasks" && $2 == 4 && $3 > 1.7 { exit 1 }' seen || { echo "CHANGED: fewer than four threads, or a machine too busy" >&2; exit 1; }
awk '$1 == "look-ups" && ($2 == 4 && $3 < 1.8 || $2 == 8 && $3 < 3.6) { exit 1 }' seen || { echo "CHANGED: more than two at once" >&2; exit 1; }
echo "as seen: two at a time"
