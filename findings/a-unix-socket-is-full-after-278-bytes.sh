#!/bin/sh
# A Unix socket takes 278 messages before its writer waits, of one byte as of a hundred: 278 bytes. A pipe takes 65,536 messages of a
# byte, a TCP connection over loopback millions.
#
# Guess: the buffer is 212,992 bytes (net.core.wmem_default), so as many writes of one byte to a stream; fewer datagrams, which
#   have a head each.
# Seen (Linux 6.18, 4 KiB pages, default buffers), writes until one would wait, of 1 / 100 / 1,000 / 4,096 bytes:
#   Unix stream 278 / 278 / 93 / 44, Unix datagram 278 / 278 / 93 / 26, pipe 65,536 / 640 / 64 / 16, TCP 4,018,402 / 39,090 /
#   3,886 / 951. Each write to a Unix socket is a piece of memory of its own, of 768 bytes at least, and all of it counts.
# So: who hands small messages to a slower reader waits, and switches, the sooner over a Unix socket: of hackbench's messages of a
#   hundred bytes a pipe takes 640. Interleave shows the switches, whatever the way.
set -eu
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
uname -r
[ "$(cat /proc/sys/net/core/wmem_default)" = 212992 ] || { echo "needs net.core.wmem_default of 212992" >&2; exit 2; }
[ "$(getconf PAGESIZE)" = 4096 ] || { echo "needs pages of 4 KiB" >&2; exit 2; }
/usr/bin/python3 - <<'PYTHON'
import os
import socket
import sys


def writes(send, message):
    """How many times the message is taken before the writer would wait; a million at most."""
    taken = 0
    try:
        while taken < 1_000_000:
            send(message)
            taken += 1
    except BlockingIOError:
        pass
    return taken


def unix(kind, message):
    ours, theirs = socket.socketpair(socket.AF_UNIX, kind)
    with ours, theirs:
        ours.setblocking(False)
        return writes(ours.send, message)


def tcp(message):
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        with socket.create_connection(listening.getsockname()) as ours, listening.accept()[0]:
            ours.setblocking(False)
            return writes(ours.send, message)


def pipe(message):
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    taken = writes(lambda part: os.write(writing, part), message)
    os.close(reading)
    os.close(writing)
    return taken


def all_ways(length):
    message = bytes(length)
    seen = unix(socket.SOCK_STREAM, message), unix(socket.SOCK_DGRAM, message), pipe(message), tcp(message)
    print("%d bytes: Unix stream %d, Unix datagram %d, pipe %d, TCP %d" % (length, *seen))
    return seen


byte, hundred = all_ways(1), all_ways(100)
if byte[0] > 1000 or byte[1] > 1000 or hundred[:2] != byte[:2]:
    sys.exit("CHANGED: a Unix socket takes more small messages")
if byte[2] != 65536 or byte[3] < 100_000:
    sys.exit("CHANGED: a pipe or TCP takes fewer")
print("as seen: full after a few hundred bytes")
PYTHON
