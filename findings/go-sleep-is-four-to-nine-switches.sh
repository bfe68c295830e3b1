#!/bin/sh
# Go: a program whose only goroutine sleeps makes four to nine kernel switches a sleep, the more the longer it is; and a sleep of
# 100 us takes 1.1 ms.
#
# Guess: one switch a sleep, as for a C program, or two, where another thread keeps the timers; 100 us take 0.15 to 0.2 ms.
# Seen (Go 1.19.8, Linux 6.18, 2 CPUs), mean of up to 300 sleeps, switches of the whole process:
#   100 us 1.07 to 1.25 ms and 3.9 to 4.6 switches; 1 ms 4.2 to 4.6; 5 ms 4.9 to 5.5; 10 ms 5.3 to 6.2; 100 ms 8.7 to 9.4.
#   The thread that waits does so in epoll_wait, in whole milliseconds; a second one wakes up beside it to look after it.
# So: a Go service's switches per task are its timers' as well: with a ticker of 10 ms it makes 600 a second at rest. Interleave
#   shows them of any process that is watched, before a load begins as well.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in golang-1.19-go=1.19.8-2 golang-1.19-src=1.19.8-2; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >sleeps.go <<'GO'
package main

import (
	"fmt"
	"os"
	"syscall"
	"time"
)

func switches() int64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return usage.Nvcsw + usage.Nivcsw
}

// Prints how long a sleep of the given length takes, in microseconds, and the kernel switches of each.
func main() {
	length, _ := time.ParseDuration(os.Args[1])
	times := min(300, int(2*time.Second/length))
	time.Sleep(50 * time.Millisecond)
	before, begun := switches(), time.Now()
	for i := 0; i < times; i++ {
		time.Sleep(length)
	}
	took := time.Since(begun)
	fmt.Printf("%d %.2f\n", int(took.Microseconds())/times, float64(switches()-before)/float64(times))
}

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}
GO
cat >sleeps.c <<'C'
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

int main(void) {
    struct timespec length = {0, 10000000};
    struct rusage before, after;
    getrusage(RUSAGE_SELF, &before);
    for (int i = 0; i < 200; i++) nanosleep(&length, 0);
    getrusage(RUSAGE_SELF, &after);
    printf("%.2f\n", (after.ru_nvcsw - before.ru_nvcsw + after.ru_nivcsw - before.ru_nivcsw) / 200.0);
    return 0;
}
C
go="$dir/root/usr/lib/go-1.19"
GOROOT=$go "$go/bin/go" version
GOROOT=$go GO111MODULE=off GOCACHE="$dir/cache" HOME="$dir" "$go/bin/go" build sleeps.go
if command -v cc >/dev/null; then
    cc -O1 sleeps.c -o in-c
    echo "in C: 10ms, $(./in-c) switches each"
fi
for length in 100us 1ms 10ms 100ms; do
    said=$(./sleeps $length)
    echo "in Go: $length, us and switches each: $said"
    echo "$said" | awk '{ exit !($2 > 2.5) }' || { echo "CHANGED: fewer switches a sleep" >&2; exit 1; }
done
./sleeps 100us | awk '{ exit !($1 > 900) }' || { echo "CHANGED: 100 us are shorter than a millisecond" >&2; exit 1; }
echo "as seen: four to nine switches, and a millisecond at least"
