#!/bin/sh
# A program wrote 3,000 bytes to its terminal, and the terminal (tmux, sshd, a window) has read none: TIOCOUTQ says that 0 bytes wait to be
# shown, and tcdrain, which waits until all is shown, returns at once. So it goes until some 16,000 bytes are unread and a write blocks.
#
# Guess: TIOCOUTQ 3,000, as of a serial line; tcdrain returns when the other side has read it.
# Seen (Linux 6.18, pseudoterminal in raw mode, nobody reads): TIOCOUTQ 0 after 3,000 bytes, and 0 after 16,000, when it takes no more;
#   tcdrain 0.00 ms; the same question asked of a socket (SIOCOUTQ) 3,000 bytes and more. A pseudoterminal keeps no output queue of its
#   own: what was written counts as delivered when it lies in the other side's buffer.
# So: a frame rate or a "time to draw" taken with tcdrain is the time of a copy, and a program cannot ask whether its terminal keeps
#   up. Interleave takes a terminal for stalled when a write does not go through, and drops frames.
set -eu
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
uname -r
/usr/bin/python3 - <<'PYTHON'
import fcntl, os, pty, select, socket, struct, sys, termios, time, tty


def waiting(file):
    """Bytes that were written and have not reached the other side: TIOCOUTQ, which has the number of SIOCOUTQ."""
    return struct.unpack("i", fcntl.ioctl(file, termios.TIOCOUTQ, bytes(4)))[0]


master, terminal = pty.openpty()
tty.setraw(terminal)
os.set_blocking(terminal, False)
written = os.write(terminal, b"x" * 3000)
begin = time.monotonic()
termios.tcdrain(terminal)
drained = (time.monotonic() - begin) * 1000
first, readable = waiting(terminal), bool(select.select([master], [], [], 0)[0])
try:
    while written < 10_000_000:
        written += os.write(terminal, b"x" * 1000)
except BlockingIOError:
    pass
full = waiting(terminal)
one, other = socket.socketpair()
one.send(b"x" * 3000)
by_socket = waiting(one.fileno())
print(f"terminal: {first} bytes wait after 3,000, tcdrain {drained:.2f} ms; {full} after {written}, where it takes no more; "
      f"a socket after 3,000: {by_socket}")
if by_socket < 3000 or not readable or written >= 10_000_000:
    sys.exit("CHANGED: a socket knows nothing either, or the terminal is not full")
if first or full or drained > 100:
    sys.exit("CHANGED: it knows what waits")
PYTHON
echo "as seen: nothing waits"
