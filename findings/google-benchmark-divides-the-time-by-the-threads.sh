#!/bin/sh
# Google Benchmark: a sleep of 1 ms, by four threads at once, is told as 0.27 ms. JMH's average time of the same is 1.1
# ms.
#
# Guess: "Time" is what an iteration takes for the one who makes it: 1.1 ms, by one thread or by four.
# Seen (google-benchmark 1.7.1, Linux 6.18, 2 CPUs), usleep(1000): one thread 1.06 to 1.2 ms, four threads 0.27 to 0.4
#   ms, with and without UseRealTime. "CPU" is of an iteration in both, 5 to 14 us. The time is divided by the number
#   of threads: it is the inverse of the throughput.
# So: "with four threads a call is four times as fast" is what it tells of every sleep; latency under concurrency is
#   not in it. Beside it the CPU column is larger than the time when threads compute. Interleave tells throughput and
#   response times apart.
set -eu
command -v g++ >/dev/null || { echo "needs a C++ compiler" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ "$(uname -m)" = x86_64 ] || { echo "needs an x86-64 machine" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in libbenchmark-dev=1.7.1-1 libbenchmark1debian=1.7.1-1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >nap.cc <<'CC'
#include <benchmark/benchmark.h>
#include <unistd.h>
static void Nap(benchmark::State &state) {
    for (auto _ : state) usleep(1000);
}
BENCHMARK(Nap)->Iterations(500)->Threads(1);
BENCHMARK(Nap)->Iterations(500)->Threads(4);
BENCHMARK(Nap)->Iterations(500)->Threads(4)->UseRealTime();
BENCHMARK_MAIN();
CC
library="$dir/root/usr/lib/x86_64-linux-gnu"
g++ -O1 -Iroot/usr/include nap.cc "$library"/libbenchmark.so.1.7.1 -pthread -o nap
LD_LIBRARY_PATH="$library" ./nap 2>/dev/null | tee seen
awk '/threads:1/ { one = $2 } /threads:4/ { n++; if ($2 > four) four = $2 } END { exit !(n == 2 && one > 1000000 && four < 900000 && four < one / 2) }' seen ||
    { echo "CHANGED: the time is a thread's" >&2; exit 1; }
echo "as seen: a quarter"
