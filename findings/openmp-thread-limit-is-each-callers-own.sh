#!/bin/sh
# OMP_NUM_THREADS=4 and OMP_THREAD_LIMIT=8 in a program whose twenty threads each come by one parallel region, one after the other: 81 threads
# afterwards, asleep for as long as their callers live. GCC's and LLVM's OpenMP alike.
#
# Guess: one team of four for the process, since the regions never overlap: 24 threads; the limit keeps them to 8 in any case.
# Seen (libgomp 12.2, libomp 14.0.6), threads of the process: both 81, and 81 with OMP_THREAD_LIMIT=8. Each thread that did not come from
#   OpenMP is the master of a team of its own, kept for its next region, and the limit is of what it leads, not of the process.
# So: a server of 200 threads that calls numeric code with OpenMP inside, as Java through JNI and Python through NumPy do, holds 200
#   times the number of CPUs, and "set a thread limit" is no help. Interleave shows the number of threads of any process.
set -eu
command -v gcc >/dev/null || { echo "needs gcc" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get -q download libomp5-14=1:14.0.6-12 >/dev/null 2>&1 || { echo "libomp5-14 is not served here" >&2; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
cat >teams.c <<'C'
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

static void *calls(void *unused) {
    volatile double sum = 0;
    pthread_mutex_lock(&one_at_a_time);
#pragma omp parallel
    for (int i = 0; i < 100000; i++) sum += i;
    pthread_mutex_unlock(&one_at_a_time);
    sleep(4);
    return unused;
}

int main(void) {
    pthread_t threads[20];
    char line[256];
    for (int i = 0; i < 20; i++)
        if (pthread_create(&threads[i], 0, calls, 0)) return 2;
    sleep(2);
    FILE *status = fopen("/proc/self/status", "r");
    while (fgets(line, sizeof line, status))
        if (!strncmp(line, "Threads:", 8)) printf("%s", line + 9);
    return 0;
}
C
gcc -O1 -fopenmp -c teams.c
gcc -fopenmp teams.o -o with-libgomp
gcc -pthread teams.o -o with-libomp "$(echo "$dir"/root/usr/lib/llvm-14/lib/libomp-14.so.5)" -Wl,-rpath,"$dir/root/usr/lib/llvm-14/lib"
unset OMP_THREAD_LIMIT OMP_DYNAMIC OMP_WAIT_POLICY
export OMP_NUM_THREADS=4
for library in libgomp libomp; do
    echo "$library $("./with-$library") $(OMP_THREAD_LIMIT=8 "./with-$library")"
done | tee seen
awk 'NF != 3 { exit 1 }' seen || { echo "the programs did not run here" >&2; exit 2; }
awk '$2 < 70 { exit 1 }' seen || { echo "CHANGED: a team for all" >&2; exit 1; }
awk '$3 < 70 { exit 1 }' seen || { echo "CHANGED: the limit is the process's" >&2; exit 1; }
echo "as seen: a team for each caller"
