#!/bin/sh
# pidstat -d: iodelay, "the block I/O delay of the task", is 0 for a program that does nothing but read from its disk. With the sysctl
# kernel.task_delayacct set before the program starts it is 70 ticks a second and more. Nothing says that it was off.
#
# Guess: what cannot be known is left out or marked; a 0 is a 0, and this program waits for its disk most of the time.
# Seen (sysstat 12.6.1, Linux 6.18), O_DIRECT reads of 64 KiB one after another, 700 MB/s: iodelay 0, and 70 to 143 with the accounting on. It is
#   field 42 of /proc/PID/stat, which all tools of this number read; the kernel keeps it off since 5.14.
# So: "no process waits for the disk" is what each machine says of itself as it comes. Interleave names as missing what it cannot
#   know, and shows no number of this field.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to switch the accounting on" >&2; exit 2; }
command -v pidstat >/dev/null && [ -x /usr/bin/python3 ] || { echo "needs pidstat (sysstat) and python3" >&2; exit 2; }
[ "$(cat /proc/sys/kernel/task_delayacct 2>/dev/null)" = 0 ] || { echo "needs kernel.task_delayacct=0, as kernels have it" >&2; exit 2; }
dir=$(mktemp -d -p /var/tmp)
reader=
trap 'echo 0 >/proc/sys/kernel/task_delayacct; kill $reader 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
export LC_ALL=C S_TIME_FORMAT=ISO
uname -r
pidstat -V | head -1
cat >reads.py <<'PYTHON'
import mmap, os

file, piece = os.open("data", os.O_RDWR | os.O_CREAT | os.O_DIRECT), mmap.mmap(-1, 65536)
for place in range(64):
    os.pwritev(file, [piece], place * 65536)
os.fsync(file)
while True:
    for place in range(64):
        os.preadv(file, [piece], place * 65536)
PYTHON
told() {
    /usr/bin/python3 reads.py 2>errors &
    reader=$!
    sleep 1
    kill -0 $reader 2>/dev/null || { echo "needs a file system with direct I/O in /var/tmp" >&2; exit 2; }
    pidstat -d -p $reader 2 2 | awk '/^Average/ && $NF == "python3" { print $(NF - 1), $(NF - 4) }'
    kill $reader
    wait $reader 2>/dev/null || :
}
off=$(told)
echo 1 >/proc/sys/kernel/task_delayacct
on=$(told)
echo "iodelay and kB read a second: $off; with kernel.task_delayacct=1 $on"
echo "$on" | awk '{ exit !($1 > 3) }' || { echo "the disk answers too fast here, or is none" >&2; exit 2; }
echo "$off" | awk '{ exit !($1 == 0 && $2 > 1000) }' || { echo "CHANGED: it is told" >&2; exit 1; }
echo "as seen: 0"
