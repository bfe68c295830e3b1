#!/bin/sh
# std::for_each(std::execution::par, ...) of g++, four elements that take half a second each: 2.0 s, one after the other. No error, no warning, at
# any level. If the headers of oneTBB are installed where it is compiled, the same line takes 1.0 s on two CPUs.
#
# Guess: parallel it is, or it does not compile or link: who has no threads to give would say so.
# Seen (g++ 12.2, -Wall -Wextra; oneTBB 2021.8.0), seconds: without TBB's headers 2.01, with them (and its library) 1.01. libstdc++ looks, while
#   it compiles, whether tbb/tbb.h is there, and takes a plain loop otherwise, which the standard allows.
# So: the speed-up of a program depends on a package on the machine that built it, and "parallel is no faster here" may be a loop. Count
#   its threads before its speed; Interleave shows them for any process.
set -eu
command -v g++ >/dev/null || { echo "needs g++" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
if echo '#include <tbb/tbb.h>' | g++ -E -x c++ - >/dev/null 2>&1; then
    echo "needs a g++ that does not find TBB by itself" >&2
    exit 2
fi
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in libtbb-dev=2021.8.0-2+deb12u1 libtbb12=2021.8.0-2+deb12u1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
g++ --version | head -1
cat >each.cpp <<'CPP'
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <execution>
#include <thread>
#include <vector>

int main() {
    std::vector<int> elements(4);
    auto begin = std::chrono::steady_clock::now();
    std::for_each(std::execution::par, elements.begin(), elements.end(),
                  [](int) { std::this_thread::sleep_for(std::chrono::milliseconds(500)); });
    std::printf("%.2f\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
}
CPP
library=$(echo "$dir"/root/usr/lib/*/libtbb.so.12)
g++ -std=c++17 -Wall -Wextra each.cpp -o without 2>words
g++ -std=c++17 -Wall -Wextra -Iroot/usr/include each.cpp -o with "$library" -Wl,-rpath,"$(dirname "$library")"
echo "seconds for four times half a second:"
for how in without with; do echo "$how $("./$how")"; done | tee seen
[ ! -s words ] || { echo "CHANGED: the compiler says something" >&2; exit 1; }
awk '$1 == "with" && $2 > 1.8 { exit 1 }' seen || { echo "CHANGED: with TBB it is not parallel either" >&2; exit 1; }
awk '$1 == "without" && $2 < 1.9 { exit 1 }' seen || { echo "CHANGED: it is parallel without TBB" >&2; exit 1; }
echo "as seen: a loop"
