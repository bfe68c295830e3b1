#!/bin/sh
# perf stat as an ordinary user: "0 context-switches", without a warning, of a program that switches thousands of times.
#
# Guess: with kernel.perf_event_paranoid at 2, the kernel's default, perf refuses the event, or says <not supported>.
# Seen (linux-perf 6.1, Linux 6.18): "0  context-switches:u", exit status 0. perf asks again for what happens in user
#   mode only, and puts ":u" behind the name; a switch happens in the kernel, so there are none to count. task-clock beside it,
#   ":u" too, is right.
# So: a zero of perf stat is checked for ":u" before it is believed; getrusage gives every user the true number of its children.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
command -v cc >/dev/null && command -v setpriv >/dev/null || { echo "needs cc and setpriv" >&2; exit 2; }
[ "$(id -u)" = 0 ] || { echo "needs root, to become an ordinary user" >&2; exit 2; }
paranoid=$(cat /proc/sys/kernel/perf_event_paranoid)
[ "$paranoid" = 2 ] || { echo "needs kernel.perf_event_paranoid=2, as kernels have it; here it is $paranoid" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
perf=$(command -v perf || :)
[ -n "$perf" ] || { echo "needs perf: apt-get install linux-perf" >&2; exit 2; }
perf --version

cat >switch.c <<'C'
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

int main(void) {
    struct timespec millisecond = {0, 1000000};
    for (int i = 0; i < 1000; i++) nanosleep(&millisecond, 0);
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    printf("%ld\n", used.ru_nvcsw + used.ru_nivcsw);
    return 0;
}
C
cc -O1 switch.c -o switch
count() { LC_ALL=C "$@" perf stat -x, -e context-switches ./switch 2>told >true; grep context-switches told; }
user=$(count setpriv --reuid=65534 --regid=65534 --clear-groups)
kernel=$(cat true)
root=$(count env)
echo "as root:             $root"
echo "as an ordinary user: $user   (getrusage: $kernel)"
case $user in 0,,context-switches:u,*) ;; *) echo "CHANGED: no silent zero" >&2; exit 1 ;; esac
[ "$kernel" -ge 1000 ] && [ "${root%%,*}" -ge 1000 ] || { echo "CHANGED: root's count is off too" >&2; exit 1; }
echo "as seen: zero, and no word"
