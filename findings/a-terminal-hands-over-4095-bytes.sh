#!/bin/sh
# A program that writes 4 MiB to a terminal in pieces of 64 KiB makes its reader (tmux, sshd, script, a terminal window) read more than a
# thousand times, at most 4,095 bytes each, and the two switch some two thousand times. A pipe is read 64 times.
#
# Guess: a terminal in raw mode is a pipe with a size: the reader that asks for 64 KiB gets 64 KiB, 64 reads, some hundred switches.
# Seen (Linux 6.18, Python 3.11.2, writer and reader two threads, raw mode), for 4 MiB: terminal 1,025 reads, median and largest 4,095,
#   2,180 to 3,311 switches; pipe 64 reads of 65,536, 132 switches; Unix socket 69 to 72 reads, 54 to 66 switches.
# So: what prints much through a terminal pays some thirty switches where a pipe takes two, and its count of switches is the terminal's.
#   Interleave draws the cells that changed.
set -eu
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
uname -r
/usr/bin/python3 - <<'PYTHON'
import os, pty, resource, socket, sys, threading, tty

SIZE, PIECE = 4 << 20, 65536


def switches():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_nvcsw + usage.ru_nivcsw


def show(name, reads, writes):
    """The number of reads, the size of the largest, and the switches of both sides."""
    sizes = []

    def drain():
        while sum(sizes) < SIZE:
            sizes.append(len(os.read(reads, PIECE)))

    before, reader, written = switches(), threading.Thread(target=drain), 0
    reader.start()
    while written < SIZE:
        written += os.write(writes, b"x" * PIECE)
    reader.join()
    print(f"{name}: {len(sizes)} reads, the largest {max(sizes)}, {switches() - before} switches")
    return len(sizes), max(sizes)


master, terminal = pty.openpty()
tty.setraw(terminal)
by_terminal = show("terminal", master, terminal)
by_pipe = show("pipe", *os.pipe())
one, other = socket.socketpair()
show("Unix socket", one.fileno(), other.fileno())
if by_terminal[0] < 1000 or by_terminal[1] > 4096:
    sys.exit("CHANGED: a terminal hands over more at a time")
if by_pipe[0] > 500:
    sys.exit("CHANGED: a pipe is read in small pieces, too")
PYTHON
echo "as seen: 4,095 bytes at a time"
