#!/bin/sh
# OMP_NUM_THREADS=64 nproc: 64, on two CPUs, and bound to one of them as well. With OMP_NUM_THREADS=1 it is 1.
#
# Guess: nproc asks the kernel, for the CPUs that its caller is bound to; a variable of OpenMP is for programs with OpenMP.
# Seen (coreutils 9.1, Python 3.11, Linux 6.18, bound to one of two CPUs, OMP_NUM_THREADS=64): nproc 64, nproc --all 2,
#   getconf _NPROCESSORS_ONLN 2, os.cpu_count() 2, os.sched_getaffinity 1. OMP_THREAD_LIMIT=1 makes nproc say 1.
# So: make -j$(nproc), or a load of "nproc threads", in a shell or a container that is set up for numerics has another number of
#   threads than its CPUs. Interleave reads Cpus_allowed_list.
set -eu
[ "$(nproc)" -ge 2 ] || { echo "needs two CPUs" >&2; exit 2; }
command -v taskset >/dev/null || { echo "needs taskset" >&2; exit 2; }
nproc --version | head -1
uname -r
first=$(taskset -pc $$ | sed 's/.*: *//; s/[-,].*//')
bound=$(env -u OMP_NUM_THREADS -u OMP_THREAD_LIMIT taskset -c "$first" nproc)
told=$(env -u OMP_THREAD_LIMIT OMP_NUM_THREADS=64 taskset -c "$first" nproc)
one=$(env -u OMP_THREAD_LIMIT OMP_NUM_THREADS=1 nproc)
limited=$(env -u OMP_NUM_THREADS OMP_THREAD_LIMIT=1 nproc)
online=$(OMP_NUM_THREADS=64 getconf _NPROCESSORS_ONLN)
echo "nproc: bound to one CPU $bound, and with OMP_NUM_THREADS=64 $told; with 1 $one; OMP_THREAD_LIMIT=1 $limited; online $online"
[ "$bound" = 1 ] || { echo "CHANGED: a binding is not seen" >&2; exit 1; }
[ "$told" = 64 ] && [ "$one" = 1 ] && [ "$limited" = 1 ] || { echo "CHANGED: OpenMP's variables are not heeded" >&2; exit 1; }
echo "as seen: as many as OpenMP was told"
