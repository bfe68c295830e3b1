#!/bin/sh
# oneTBB with one CPU (taskset, a container of one): a task that was given to a task_group has not begun a second later, though the thread that
# gave it sleeps and the CPU is idle. It begins when somebody calls wait(). With two CPUs it has begun at once.
#
# Guess: run() hands the task to the library's threads, one at the least; on one CPU it takes turns with the caller.
# Seen (oneTBB 2021.8.0), task_group.run(), the caller then sleeps a second: on two CPUs it has run, on one it has not; after wait() it has.
#   task_arena.enqueue() runs it on one CPU, too. Workers are one fewer than CPUs, so here none, and the caller is expected to work.
# So: work in the background that passes every test on a workstation does not begin in a container of one CPU, and nothing is busy,
#   waiting for a CPU, or wrong. Whoever measures with fewer CPUs measures another program; Interleave names the CPUs of each run.
set -eu
command -v g++ >/dev/null && command -v taskset >/dev/null || { echo "needs g++ and taskset" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in libtbb-dev=2021.8.0-2+deb12u1 libtbb12=2021.8.0-2+deb12u1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
cat >task.cpp <<'CPP'
#include <atomic>
#include <cstdio>
#include <oneapi/tbb.h>
#include <unistd.h>

int main() {
    std::atomic<bool> ran{false}, queued{false};
    oneapi::tbb::task_group group;
    group.run([&] { ran = true; });
    sleep(1);
    bool before = ran;
    group.wait();
    oneapi::tbb::task_arena arena;
    arena.enqueue([&] { queued = true; });
    sleep(1);
    std::printf("%s %s %s\n", before ? "begun" : "not-begun", ran ? "run" : "not-run", queued ? "run" : "not-run");
}
CPP
library=$(echo "$dir"/root/usr/lib/*/libtbb.so.12)
g++ -O1 -Iroot/usr/include task.cpp -o task "$library" -Wl,-rpath,"$(dirname "$library")"
cpu=$(taskset -pc $$ | sed 's/.*[^0-9]\([0-9]*\)$/\1/')
echo "CPUs, a second after run(), after wait(), a second after enqueue():"
{
    echo "many $(./task)"
    echo "one $(taskset -c "$cpu" ./task)"
} | tee seen
awk '$3 != "run" || $4 != "run" || ($1 == "many" && $2 != "begun") { exit 1 }' seen || { echo "CHANGED: tasks are not run" >&2; exit 1; }
awk '$1 == "one" && $2 != "not-begun" { exit 1 }' seen || { echo "CHANGED: it begins on one CPU" >&2; exit 1; }
echo "as seen: it waits for a CPU that is not there"
