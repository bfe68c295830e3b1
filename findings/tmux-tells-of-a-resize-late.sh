#!/bin/sh
# tmux: of twenty resizes of its terminal within a second a program in a pane hears of four or five (SIGWINCH). screen, script and
# a bare terminal tell it of all twenty.
#
# Guess: each change of the outer size is one of the pane's: twenty signals, as in screen.
# Seen (tmux 3.3a, screen 4.9.0, Linux 6.18), signals for twenty resizes, 50 ms apart: bare 20, script 20, screen 20, tmux 5, the last
#   one after the last resize. A pane that was just resized is not resized again for 250 ms.
# So: a screen that is drawn anew by each signal is a quarter of a second behind a window that is dragged, and what a test of
#   resizing counts depends on the multiplexer. Interleave draws in the size that the terminal has when it draws.
set -eu
command -v tmux >/dev/null && command -v screen >/dev/null && command -v script >/dev/null ||
    { echo "needs tmux, screen and script" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
trap 'tmux -S "$dir/socket" kill-server 2>/dev/null || :; screen -S "findings-$$" -X quit >/dev/null 2>&1 || :; sleep 0.3; rm -rf "$dir"' EXIT
cd "$dir"
uname -r
tmux -V
screen --version || :
cat >hears.py <<'PYTHON'
import signal, sys, time

with open(sys.argv[1], "wb", 0) as heard:
    signal.signal(signal.SIGWINCH, lambda *_: heard.write(b"x"))
    while True:
        time.sleep(1)
PYTHON
cat >resize.py <<'PYTHON'
"""Runs the command in a terminal of its own, resizes that twenty times, and tells how many signals the program inside got."""
import fcntl, os, pty, signal, struct, sys, termios, threading, time

heard, command = sys.argv[1], sys.argv[2:]
child, terminal = pty.fork()
if not child:
    os.environ["TERM"] = "xterm"
    os.execvp(command[0], command)


def resize(lines, columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def drain():
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:
        pass


resize(24, 80)
threading.Thread(target=drain, daemon=True).start()
time.sleep(2)
before = os.path.getsize(heard)
for i in range(20):
    resize(25 + i, 81 + i)
    time.sleep(0.05)
time.sleep(1)
print(heard, os.path.getsize(heard) - before, flush=True)
os.kill(child, signal.SIGKILL)
os._exit(0)
PYTHON
{
    /usr/bin/python3 resize.py bare /usr/bin/python3 hears.py bare
    /usr/bin/python3 resize.py script script -qc "/usr/bin/python3 hears.py script" /dev/null
    /usr/bin/python3 resize.py screen screen -S "findings-$$" /usr/bin/python3 hears.py screen
    /usr/bin/python3 resize.py tmux tmux -S "$dir/socket" -f /dev/null new-session "/usr/bin/python3 hears.py tmux"
} 2>/dev/null | tee seen
awk '$1 != "tmux" && $2 < 12 { exit 1 }' seen || { echo "CHANGED: others leave some out" >&2; exit 1; }
awk '$1 == "tmux" { exit !($2 > 0 && $2 < 9) }' seen || { echo "CHANGED: tmux tells of each, or of none" >&2; exit 1; }
echo "as seen: one in four"
