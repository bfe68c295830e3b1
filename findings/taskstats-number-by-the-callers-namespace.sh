#!/bin/sh
# In a PID namespace that sees the machine's /proc (unshare -pf, nsenter -p without -m), taskstats and /proc number processes differently:
# process 2 is kthreadd by /proc/2 and the caller itself by the kernel's taskstats.
#
# Guess: a process id that a program reads in /proc is the one that it asks the kernel about; one process, one number.
# Seen (Linux 6.18): outside both say kthreadd; in the namespace /proc/2/comm says kthreadd, and taskstats of 2 has the name of the
#   shell or the Python that runs there as 2. /proc numbers by the namespace that it was mounted in, taskstats by the caller's.
# So: whatever joins the two shows one process under the name of another, without an error. The sign is a /proc/self that
#   does not lead to getpid(), by which Interleave asks no taskstats there.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, for taskstats and a namespace" >&2; exit 2; }
command -v unshare >/dev/null && [ -x /usr/bin/python3 ] || { echo "needs unshare (util-linux) and python3" >&2; exit 2; }
[ "$(cat /proc/2/comm)" = kthreadd ] || { echo "needs a machine, no container" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
uname -r
cat >"$dir/two.py" <<'PYTHON'
"""Prints the name of process 2 by /proc and by taskstats (generic netlink), and whether /proc/self is this process."""
import os, socket, struct

GENERIC, CONTROLLER, REQUEST = 16, 16, 1


def attributes(data):
    """The numbers and values in a row of netlink attributes."""
    while len(data) >= 4:
        length, number = struct.unpack("HH", data[:4])
        yield number, data[4:length]
        data = data[(length + 3) & ~3:]


def ask(family, command, number, value):
    """One attribute to a family; the attributes of its answer."""
    attribute = struct.pack("HH", 4 + len(value), number) + value + bytes(-len(value) % 4)
    link.send(struct.pack("IHHII", 20 + len(attribute), family, REQUEST, 1, 0) + struct.pack("BBH", command, 1, 0) + attribute)
    answer = link.recv(65536)
    if struct.unpack("H", answer[4:6])[0] == 2:
        raise OSError("taskstats answers with an error")
    return dict(attributes(answer[20:]))


link = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, GENERIC)
link.bind((0, 0))
family = struct.unpack("H", ask(CONTROLLER, 3, 2, b"TASKSTATS\0")[1][:2])[0]
stats = dict(attributes(ask(family, 1, 1, struct.pack("I", 2))[4]))[3]
name = stats[80:112].split(b"\0")[0].decode()
with open("/proc/2/comm") as comm:
    print(comm.read().strip(), name, os.readlink("/proc/self") == str(os.getpid()))
PYTHON
outside=$(/usr/bin/python3 "$dir/two.py")
inside=$(unshare -pf sh -c '/usr/bin/python3 "$0"; :' "$dir/two.py")
echo "process 2 by /proc, by taskstats, /proc/self is the caller: outside $outside; inside $inside"
[ "$outside" = "kthreadd kthreadd True" ] || { echo "CHANGED: they differ outside, too" >&2; exit 1; }
[ "$inside" = "kthreadd python3 False" ] || { echo "CHANGED: they agree inside" >&2; exit 1; }
echo "as seen: two processes of one number"
