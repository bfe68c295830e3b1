#!/bin/sh
# The pipes of an ordinary user hold 65,536 bytes each, up to the 1,024th, and those after it 8,192. Nothing fails; root's all hold
# 65,536.
#
# Guess: a pipe holds 64 KiB; if there is a limit, pipe() fails beyond it.
# Seen (Linux 6.18, fs.pipe-user-pages-soft 16384, the default): user 65534, 1,500 pipes: 1,024 of 65,536 bytes and 476 of 8,192;
#   root: 1,500 of 65,536. All pipes of the user count, those of other programs as well.
# So: a server with a child or a wake-up pipe for each of a thousand connections, or a load generator as such, has writers that
#   wait eight times as often from then on, and a test as root does not show it. Interleave's switches per task do.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to be another user" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
[ "$(cat /proc/sys/fs/pipe-user-pages-soft)" = 16384 ] || { echo "needs fs.pipe-user-pages-soft of 16384" >&2; exit 2; }
[ "$(getconf PAGESIZE)" = 4096 ] || { echo "needs pages of 4 KiB" >&2; exit 2; }
uname -r
cd /
sizes() {
    /usr/bin/python3 -c '
import collections, fcntl, os, resource, sys

resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))
if sys.argv[1] != "0":
    os.setgroups([])
    os.setgid(int(sys.argv[1]))
    os.setuid(int(sys.argv[1]))
sizes = collections.Counter(fcntl.fcntl(os.pipe()[1], 1032) for _ in range(1500))
print(*(f"{number} of {size}" for size, number in sorted(sizes.items(), reverse=True)))
' "$1"
}
root=$(sizes 0)
user=$(sizes 65534)
echo "pipes and the bytes that each holds: root $root; user $user"
[ "$root" = "1500 of 65536" ] || { echo "CHANGED: root has smaller ones" >&2; exit 1; }
echo "$user" | awk '{ exit !($3 == 65536 && $1 <= 1024 && $1 > 500 && $6 == 8192) }' ||
    { echo "CHANGED: the user's pipes are alike, or fail" >&2; exit 1; }
echo "as seen: an eighth, from the 1,025th on"
