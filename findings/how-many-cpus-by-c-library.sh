#!/bin/sh
# A program bound to one of two CPUs (taskset -c 0) asks how many there are: sysconf(_SC_NPROCESSORS_ONLN) says 2 with glibc and 1
# with musl. C++'s hardware_concurrency says 2 with glibc, nproc 1.
#
# Guess: all tell what the program may use, 1; if not, all tell 2. The C library is not what decides it.
# Seen (glibc 2.36, musl 1.2.3, g++ 12.2, coreutils 9.1, Linux 6.18, 2 CPUs), under taskset -c 0: sysconf of glibc 2, of musl 1;
#   std::thread::hardware_concurrency 2; nproc 1; Python's os.cpu_count() 2. glibc reads /sys, musl asks for the thread's CPUs.
# So: the same server, in an image of Alpine, has half the threads on a pinned machine. Interleave counts the CPUs that it may use.
set -eu
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
command -v g++ >/dev/null && command -v cc >/dev/null && command -v taskset >/dev/null || { echo "needs cc, g++ and taskset" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ "$(uname -m)" = x86_64 ] || { echo "needs an x86-64 machine" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get -q download musl-dev=1.2.3-1 >/dev/null 2>&1 || { echo "musl-dev 1.2.3-1 is not served here" >&2; exit 2; }
dpkg -x musl-dev*.deb root
uname -r
ldd --version | head -1
cat >cpus.c <<'C'
#include <stdio.h>
#include <unistd.h>
int main(void) { printf("%ld\n", sysconf(_SC_NPROCESSORS_ONLN)); }
C
cat >cpus.cc <<'CC'
#include <cstdio>
#include <thread>
int main() { std::printf("%u\n", std::thread::hardware_concurrency()); }
CC
library=root/usr/lib/x86_64-linux-musl
cc -O1 cpus.c -o with-glibc
cc -O1 -static -nostdinc -isystem root/usr/include/x86_64-linux-musl -nostdlib -nostartfiles "$library/crt1.o" cpus.c \
    -L"$library" -lc -lgcc -lgcc_eh -lc -o with-musl
g++ -O1 cpus.cc -o with-c++
first=$(taskset -pc $$ | sed 's/.*: *\([0-9]*\).*/\1/')
{
    echo "glibc $(taskset -c "$first" ./with-glibc)"
    echo "musl $(taskset -c "$first" ./with-musl)"
    echo "hardware_concurrency $(taskset -c "$first" ./with-c++)"
    echo "nproc $(env -u OMP_NUM_THREADS taskset -c "$first" nproc)"
} | tee seen
awk '/musl|nproc/ && $2 != 1 { exit 1 }' seen || { echo "CHANGED: musl or nproc tell of other CPUs" >&2; exit 1; }
awk '/glibc|hardware/ && $2 < 2 { exit 1 }' seen || { echo "CHANGED: glibc tells what may be used" >&2; exit 1; }
echo "as seen: by the library"
