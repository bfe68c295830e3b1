#!/bin/sh
# Go's runtime/metrics: the histogram of how long goroutines waited to run (/sched/latencies:seconds) holds one wait of eight.
#
# Guess: it has a count for each time that a goroutine became ready, so its counts tell how often that was.
# Seen (Go 1.19.8): 100,000 round trips between two goroutines, of which each waits once a round trip: 25,000 counts, an
#   eighth of 200,000. 100,000 goroutines that end at once: 12,500 to 22,000, the waits of the one that starts them among them.
#   A goroutine is timed each eighth time that it changes to or from waiting; the description names no sampling.
# So: the shape may be used, sums and rates not: Prometheus' go_sched_latencies_seconds_count is no rate of wake-ups.
#   Interleave counts the wake-ups that it shows, each of them.
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
cat >waits.go <<'GO'
package main

import (
	"fmt"
	"runtime/metrics"
)

func counted() (sum uint64) {
	sample := []metrics.Sample{{Name: "/sched/latencies:seconds"}}
	metrics.Read(sample)
	for _, count := range sample[0].Value.Float64Histogram().Counts {
		sum += count
	}
	return
}

func main() {
	there, back := make(chan int), make(chan int)
	go func() {
		for value := range there {
			back <- value
		}
	}()
	before := counted()
	for i := 0; i < 100000; i++ {
		there <- i
		<-back
	}
	fmt.Println(counted() - before)
}
GO
go="$dir/root/usr/lib/go-1.19"
GOROOT=$go "$go/bin/go" version
waits=$(GOROOT=$go GO111MODULE=off GOCACHE="$dir/cache" HOME="$dir" "$go/bin/go" run waits.go)
echo "200,000 waits: $waits are in the histogram"
[ "$waits" -gt 20000 ] && [ "$waits" -lt 40000 ] || { echo "CHANGED: not an eighth" >&2; exit 1; }
echo "as seen: one of eight"
