#!/bin/sh
# OpenMP: a program that sleeps 5 ms and then runs an empty parallel region of two threads uses some half of a CPU. With
# OMP_WAIT_POLICY=passive it uses a percent.
#
# Guess: a team that has nothing to do sleeps, as a pool of threads does: 1 or 2 % for some 190 regions a second.
# Seen (g++ 12.2 with libgomp, LLVM 14 libomp under the same program, Linux 6.18, 2 CPUs): libgomp 37 to 58 %, libomp 38 to 63 % of a CPU, passive
#   0.4 to 2.3 %. Between regions a thread spins where it stands, as libomp says for 200 ms; where more threads than CPUs want
#   to run, libgomp gives up early.
# So: the CPU that a server uses may be a numeric library's, that waits. Interleave's pools park, and one that spun would show in
#   CPU time per task.
set -eu
command -v cc >/dev/null && command -v apt-get >/dev/null && command -v dpkg >/dev/null ||
    { echo "needs a C compiler, apt-get and dpkg" >&2; exit 2; }
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get -q download libomp5-14=1:14.0.6-12 >/dev/null 2>&1 || { echo "libomp5-14 1:14.0.6-12 is not served here" >&2; exit 2; }
dpkg -x libomp5*.deb root
mkdir llvm
ln -s "$dir/root/usr/lib/llvm-14/lib/libomp.so.5" llvm/libgomp.so.1
cc --version | head -1
cat >regions.c <<'C'
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
static double cpu(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}
static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}
static volatile int nothing;
int main(void) {
    double used = cpu(), begin = now();
    for (int i = 0; i < 600; i++) {
        usleep(5000);
#pragma omp parallel num_threads(2)
        nothing = 1;
    }
    printf("%.1f\n", 100 * (cpu() - used) / (now() - begin));
}
C
cc -O1 -fopenmp regions.c -o regions
{
    echo "libgomp spins $(./regions)"
    echo "libomp spins $(LD_LIBRARY_PATH=llvm ./regions)"
    echo "libgomp passive $(OMP_WAIT_POLICY=passive ./regions)"
    echo "libomp passive $(OMP_WAIT_POLICY=passive LD_LIBRARY_PATH=llvm ./regions)"
} | tee seen
echo "(percent of a CPU)"
awk '$2 == "spins" { if ($3 < 15) exit 1 } $2 == "passive" { if ($3 > 6) exit 1 }' seen ||
    { echo "CHANGED: they sleep, or spin in spite of the policy" >&2; exit 1; }
echo "as seen: they spin"
