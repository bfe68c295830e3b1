#!/bin/sh
# GNU screen: while its terminal takes no output, as over a line that hangs, programs inside stand still once they have written some
# ten thousand bytes. tmux lets them go on.
#
# Guess: both multiplexers read what programs write and keep the picture; a terminal that does not read holds up the picture alone.
# Seen (screen 4.9.0, tmux 3.3a), a program that writes 80 bytes each 0.3 ms, and a terminal that is not read for four seconds: tmux
#   144,000 to 360,000 bytes in the third and fourth, screen none; with "defnonblock on" 316,000 to 348,000.
# So: a program on the screen that does its work and its output in one thread is stopped by the line, and is slow without having used
#   CPU. Interleave's runs are processes of their own, which the monitor's terminal cannot hold.
set -eu
for tool in tmux screen; do command -v $tool >/dev/null || { echo "needs $tool" >&2; exit 2; }; done
[ -x /usr/bin/python3 ] || { echo "needs python3" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
mkdir -m 700 sockets
screen -v || :
tmux -V
cat >writer.py <<'PYTHON'
"""Writes 80 bytes each 0.3 ms, and into a file how many it has written; ends by itself after 12 s."""
import sys, time

written, end = 0, time.monotonic() + 12
while time.monotonic() < end:
    sys.stdout.write("x" * 78 + "\r\n")
    sys.stdout.flush()
    written += 80
    if written % 4000 == 0:
        open(sys.argv[1], "w").write(str(written))
    time.sleep(0.0003)
PYTHON
cat >terminal.py <<'PYTHON'
"""A terminal for the command in argv[2:]: reads for 3 s, then not for 4; prints the bytes that the writer wrote in the last two."""
import fcntl, os, pty, signal, struct, sys, termios, time

pid, terminal = pty.fork()
if pid == 0:
    os.environ["TERM"] = "xterm"
    os.execvp(sys.argv[2], sys.argv[2:])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
os.set_blocking(terminal, False)
end = time.monotonic() + 3
while time.monotonic() < end:
    try:
        os.read(terminal, 65536)
    except BlockingIOError:
        time.sleep(0.005)


def written():
    """What the writer says; again if it is just writing it."""
    while not (text := open(sys.argv[1]).read()):
        time.sleep(0.001)
    return int(text)


time.sleep(2)
before = written()
time.sleep(2)
print(written() - before)
os.kill(pid, signal.SIGKILL)
PYTHON
export SCREENDIR="$dir/sockets" TMUX_TMPDIR="$dir"
unset TMUX STY
echo "defnonblock on" >nonblock
: >none
show() { echo "$1: $2 bytes in the third and fourth second without a reader" >&2; echo "$2"; }
tmux=$(show tmux "$(python3 terminal.py one tmux -L finding -f none new python3 writer.py one)")
tmux -L finding kill-server 2>/dev/null || :
stopped=$(show screen "$(python3 terminal.py two screen -c none -S finding python3 writer.py two)")
screen -S finding -X quit >/dev/null 2>&1 || :
going=$(show "screen, defnonblock" "$(python3 terminal.py three screen -c nonblock -S finding3 python3 writer.py three)")
screen -S finding3 -X quit >/dev/null 2>&1 || :
[ "$tmux" -gt 50000 ] && [ "$going" -gt 50000 ] || { echo "CHANGED: tmux, or screen that is told to, stands still" >&2; exit 1; }
[ "$stopped" -lt 5000 ] || { echo "CHANGED: screen goes on" >&2; exit 1; }
echo "as seen: screen holds the program"
