#!/bin/sh
# OpenBLAS on two CPUs: a product of matrices each 20 ms, half a millisecond long, keeps more than half a CPU busy, thirty times
# what it takes with one thread. The second thread calls sched_yield between the products.
#
# Guess: the second thread sleeps until there is work; two threads take as much CPU time as one, and some more: 3 to 5 %.
# Seen (OpenBLAS 0.3.21 with pthreads, Linux 6.18, 2 CPUs), 50 products of 200 x 200, 20 ms apart: 0.59 to 0.86 s of CPU time in
#   1.04 s with two threads, nearly all of it in the kernel, and 0.02 s with OPENBLAS_NUM_THREADS=1, which answers as fast. With
#   OPENBLAS_THREAD_TIMEOUT=4 the thread sleeps at once: 0.02 s.
# So: what such a service costs is set by how often it is asked, not by what it computes, and shows as system time. Interleave
#   shows both, live, for any process.
set -eu
command -v cc >/dev/null || { echo "needs a C compiler" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in libopenblas0-pthread=0.3.21+ds-4 libgfortran5=12.2.0-14+deb12u1 libquadmath0=12.2.0-14+deb12u1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
uname -r
cat >products.c <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { SIZE = 200, PRODUCTS = 50 };

void dgemm_(const char *, const char *, const int *, const int *, const int *, const double *, const double *, const int *,
    const double *, const int *, const double *, double *, const int *);

static double *left, *right, *product;

static void multiply(void) {
    const int size = SIZE;
    const double one = 1, none = 0;
    dgemm_("N", "N", &size, &size, &size, &one, left, &size, right, &size, &none, product, &size);
}

static long ms(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

/* Prints the CPU time, in ms, of 50 products that are 20 ms apart. */
int main(void) {
    left = calloc(SIZE * SIZE, sizeof *left);
    right = calloc(SIZE * SIZE, sizeof *right);
    product = calloc(SIZE * SIZE, sizeof *product);
    multiply();
    usleep(200000);
    long before = ms();
    for (int i = 0; i < PRODUCTS; i++) {
        multiply();
        usleep(20000);
    }
    printf("%ld\n", ms() - before);
    return 0;
}
C
library=$(dirname "$(find root -name libopenblas.so.0 -path '*openblas-pthread*')")
cc -O1 products.c -o products "$library/libopenblas.so.0" -Wl,--allow-shlib-undefined
export LD_LIBRARY_PATH="$dir/$library:$dir/${library%/*}"
two=$(OPENBLAS_NUM_THREADS=2 ./products)
one=$(OPENBLAS_NUM_THREADS=1 ./products)
soon=$(OPENBLAS_NUM_THREADS=2 OPENBLAS_THREAD_TIMEOUT=4 ./products)
echo "CPU time of 50 products, ms: two threads $two, one thread $one, two that sleep soon $soon"
[ "$two" -gt $((one * 5)) ] || { echo "CHANGED: the second thread sleeps between the products" >&2; exit 1; }
[ "$two" -gt $((soon * 3)) ] || { echo "CHANGED: the time-out makes no difference" >&2; exit 1; }
echo "as seen: a thread without work is the dearest"
