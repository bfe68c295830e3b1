#!/bin/sh
# mosh over loopback, with nothing else to do: a key is on the screen 10 ms after it was struck, never sooner. In a terminal of its own
# the same program shows it after 0.1 ms.
#
# Guess: a key is a packet there and a packet back, 0.2 ms on loopback: as fast as ssh, a millisecond.
# Seen (mosh 1.4.0, Linux 6.18), cat behind it, 40 keys, prediction off: mosh median 9.8 ms, at least 9.7; a terminal 0.05 to 0.2 ms.
#   The server waits for 8 ms after a change for more of it, before it sends. An idle client makes 1.25 switches a second.
# So: latency of keys that is measured through mosh has these ten milliseconds in it, whatever the program. Interleave's own figures
#   for keys are taken at a terminal.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in mosh=1.4.0-1+b1 libprotobuf32 libutempter0; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH="$dir/root/usr/lib/$(uname -m)-linux-gnu"
export LD_LIBRARY_PATH LC_ALL=C.UTF-8 TERM=xterm MOSH_PREDICTION_DISPLAY=never
uname -r
root/usr/bin/mosh-server --version 2>&1 | sed -n 1p
cat >keys.py <<'PYTHON'
"""The milliseconds from a key to its picture: of cat in a terminal, and of cat behind mosh."""
import fcntl, os, pty, re, select, signal, statistics, struct, subprocess, sys, termios, time

BIN = "root/usr/bin/"


def shown(command):
    """Median and least of forty keys; also the process id."""
    child, terminal = pty.fork()
    if not child:
        time.sleep(0.3)
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    time.sleep(2)
    if select.select([terminal], [], [], 0)[0]:
        os.read(terminal, 65536)
    took = []
    for i in range(40):
        key, begin = bytes([ord("a") + i % 26]), time.perf_counter()
        os.write(terminal, key)
        while select.select([terminal], [], [], 2)[0]:
            if key in os.read(terminal, 65536):
                took.append((time.perf_counter() - begin) * 1000)
                break
        time.sleep(0.15)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return statistics.median(took), min(took)


bare = shown(["cat"])
server = subprocess.run([BIN + "mosh-server", "new", "-i", "127.0.0.1", "--", "cat"], capture_output=True, text=True)
port, os.environ["MOSH_KEY"] = re.search(r"MOSH CONNECT (\d+) (\S+)", server.stdout).groups()
try:
    mosh = shown([BIN + "mosh-client", "127.0.0.1", port])
finally:
    os.kill(int(re.search(r"pid = (\d+)", server.stderr).group(1)), signal.SIGTERM)
print(f"a terminal: median {bare[0]:.2f} ms, least {bare[1]:.2f}; mosh: median {mosh[0]:.2f}, least {mosh[1]:.2f}")
if mosh[1] < 4 or mosh[0] < 6:
    sys.exit("CHANGED: mosh is faster")
if bare[1] > 2:
    sys.exit("CHANGED: a terminal is as slow")
PYTHON
/usr/bin/python3 keys.py
echo "as seen: ten milliseconds"
