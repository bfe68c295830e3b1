#!/bin/sh
# Boost.Fiber: threads that share their fibers (shared_work, work_stealing) use all of a CPU while no fiber has anything to do. With one
# thread (round_robin) none.
#
# Guess: a scheduler with nothing to run sleeps until something comes: 0 %, whichever it is.
# Seen (Boost 1.74.0, g++ 12.2, Linux 6.18), CPU of two threads while all fibers wait, of one CPU, beside more or less of other
#   load: round_robin 0 %, shared_work 90 to 174 %, work_stealing 93 to 166 %; both with "suspend" given as true 0 %. It is false unless it is said.
# So: the busiest process of an idle service can be its own waiting, and other programs get less. Interleave shows it as CPU without
#   switches.
set -eu
command -v g++ >/dev/null || { echo "needs g++" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in libboost1.74-dev libboost-fiber1.74-dev libboost-fiber1.74.0 libboost-context1.74-dev libboost-context1.74.0 \
    libboost-filesystem1.74-dev libboost-filesystem1.74.0; do
    apt-get -q download "$package=1.74.0+ds1-21" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
g++ --version | head -1
cat >idle.cc <<'CC'
#include <boost/fiber/all.hpp>
#include <chrono>
#include <cstdio>
#include <string>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
using namespace boost::fibers;

static double cpu() {
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void choose(const std::string &how) {
    if (how == "shared_work") use_scheduling_algorithm<algo::shared_work>();
    if (how == "shared_work-suspend") use_scheduling_algorithm<algo::shared_work>(true);
    if (how == "work_stealing") use_scheduling_algorithm<algo::work_stealing>(2);
    if (how == "work_stealing-suspend") use_scheduling_algorithm<algo::work_stealing>(2, true);
}

/** Two threads, each with a fiber that waits: one for a value, one for two seconds to pass. */
int main(int, char **words) {
    std::string how = words[1];
    promise<void> never;
    auto value = never.get_future().share();
    std::thread other([&] {
        choose(how);
        value.wait();
    });
    choose(how);
    boost::this_fiber::sleep_for(std::chrono::milliseconds(200));
    double before = cpu();
    boost::this_fiber::sleep_for(std::chrono::seconds(2));
    std::printf("%s %.1f\n", how.c_str(), (cpu() - before) / 2 * 100);
    std::fflush(stdout);
    _exit(0);
}
CC
library="root/usr/lib/$(uname -m)-linux-gnu"
g++ -std=c++17 -O1 -w -Iroot/usr/include idle.cc "$library/libboost_fiber.a" "$library/libboost_context.a" \
    "$library/libboost_filesystem.a" -pthread -o idle
echo "scheduler, % of a CPU while all fibers wait:"
for how in round_robin shared_work shared_work-suspend work_stealing work_stealing-suspend; do
    timeout 20 ./idle $how
done | tee seen
[ "$(wc -l <seen)" = 5 ] || { echo "the machine was too busy to tell" >&2; exit 2; }
awk '/round|suspend/ && $2 > 5 { exit 1 }' seen || { echo "CHANGED: others compute, too" >&2; exit 1; }
awk '/(work|stealing) / && $2 < 15 { exit 1 }' seen || { echo "CHANGED: they sleep" >&2; exit 1; }
echo "as seen: they compute"
