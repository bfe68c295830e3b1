#!/bin/sh
# /proc/PID/io: rchar and wchar, "characters read" and "written", have what a socket gave to read() and took by write(), and nothing
# of what went by recv, send, recvmsg, sendmsg or splice, nor by io_uring. It depends on the call, not on what is read.
#
# Guess: bytes are bytes: a server that receives a megabyte has read a megabyte, by whichever call.
# Seen (Linux 6.18, Python 3.11), counted of 1 MiB: socket by write and read 1,048,576 and 1,048,576, by send and recv 0 and 0, by
#   sendmsg and recvmsg 0 and 0; file by pread 1,048,576, by sendfile and copy_file_range all of both, by splice 0 and 0, by a
#   mapping 0. fio over io_uring that had read 2.5 GB (read_bytes): rchar 63 kB. The count is made in the file system's calls.
# So: a monitor that shows these says of one server that it moves data, and of another that does the same by other calls that
#   it does not. Interleave shows no such bytes.
set -eu
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
[ -r /proc/self/io ] || { echo "needs a kernel with /proc/PID/io" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
cat >count.py <<'PYTHON'
"""What /proc/self/io counts of a megabyte that is moved in different ways."""
import mmap, os, socket, sys

SIZE, PIECE = 1 << 20, 4096
seen = {}


def counted():
    io = dict(line.split(": ") for line in open("/proc/self/io"))
    return int(io["rchar"]), int(io["wchar"])


def show(name, move):
    before = counted()
    move()
    # Reading the counters is some hundred bytes itself.
    seen[name] = [0 if after - first < 1000 else after - first for first, after in zip(before, counted())]
    print(f"{name}: read {seen[name][0]}, written {seen[name][1]}")


def through_sockets(gives, takes):
    one, other = socket.socketpair()
    for _ in range(SIZE // PIECE):
        assert gives(one) == PIECE and takes(other) == PIECE


def splice():
    reads, writes = os.pipe()
    for offset in range(0, SIZE, PIECE):
        os.splice(source, writes, PIECE, offset_src=offset)
        os.splice(reads, target, PIECE, offset_dst=offset)


data = b"x" * PIECE
source = os.open("source", os.O_RDWR | os.O_CREAT)
os.write(source, b"x" * SIZE)
target = os.open("target", os.O_RDWR | os.O_CREAT)
show("socket, write and read", lambda: through_sockets(
    lambda s: os.write(s.fileno(), data), lambda s: len(os.read(s.fileno(), PIECE))))
show("socket, send and recv", lambda: through_sockets(lambda s: s.send(data), lambda s: len(s.recv(PIECE))))
show("socket, sendmsg and recvmsg", lambda: through_sockets(
    lambda s: s.sendmsg([data]), lambda s: len(s.recvmsg(PIECE)[0])))
show("file, pread", lambda: os.pread(source, SIZE, 0))
show("file to file, sendfile", lambda: os.sendfile(target, source, 0, SIZE))
show("file to file, splice", splice)
mapped = mmap.mmap(source, SIZE)
show("file, mapped", lambda: sum(mapped[i] for i in range(0, SIZE, PIECE)))
if not all(seen["socket, write and read"]) or not all(seen["file to file, sendfile"]) or not seen["file, pread"][0]:
    sys.exit("CHANGED: read, write or sendfile is not counted")
if any(seen["socket, send and recv"] + seen["socket, sendmsg and recvmsg"] + seen["file to file, splice"]):
    sys.exit("CHANGED: recv, send or splice is counted")
PYTHON
/usr/bin/python3 count.py
echo "as seen: it depends on the call"
