#!/bin/sh
# etcd alone, a cluster of one, without a client: 180 context switches a second. Redis makes 10, a mosquitto 10, a beanstalkd none.
#
# Guess: a server without clients sleeps: less than five a second, a timer or two; etcd has nobody to send a heartbeat to.
# Seen (etcd 3.4.23, redis 7.0.15, mosquitto 2.0.11, beanstalkd 1.12, Linux 6.18), switches a second of all threads, over 6 s: etcd 180,
#   redis 10.3, mosquitto 10.0, beanstalkd 0.0. etcd's clock ticks each 100 ms, and each tick goes through Go's runtime and its threads.
# So: an idle machine is not idle by its switches, and a container each is so many more. Interleave shows the three programs that
#   switch the most beside the runs.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for package in etcd-server=3.4.23-4+b4 mosquitto=2.0.11-1.2+deb12u2 beanstalkd libdlt2 libwebsockets17 libmosquitto1 libcjson1; do
    apt-get -q download "$package" >/dev/null 2>&1 || { echo "$package is not served here" >&2; exit 2; }
done
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH="$dir/root/usr/lib/$(uname -m)-linux-gnu"
export LD_LIBRARY_PATH
uname -r
cat >idle.py <<'PYTHON'
"""Starts the servers, leaves them alone, and counts the switches of all of their threads."""
import glob, os, socket, subprocess, sys, time


def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def switches(process):
    number = 0
    for status in glob.glob(f"/proc/{process.pid}/task/*/status"):
        number += sum(int(line.split()[1]) for line in open(status) if "ctxt_switches" in line)
    return number


peers, clients = (f"http://127.0.0.1:{port()}" for _ in range(2))
commands = {
    "etcd": ["root/usr/bin/etcd", "--data-dir", "data", "--listen-client-urls", clients, "--advertise-client-urls", clients,
             "--listen-peer-urls", peers, "--initial-advertise-peer-urls", peers, "--initial-cluster", f"default={peers}"],
    "mosquitto": ["root/usr/sbin/mosquitto", "-p", str(port())],
    "beanstalkd": ["root/usr/bin/beanstalkd", "-l", "127.0.0.1", "-p", str(port())],
}
started = {}
try:
    for name, command in commands.items():
        started[name] = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(8)
    before, begin = {name: switches(process) for name, process in started.items()}, time.monotonic()
    time.sleep(6)
    took = time.monotonic() - begin
    seen = {name: (switches(process) - before[name]) / took for name, process in started.items()}
    ended = [name for name, process in started.items() if process.poll() is not None]
finally:
    for process in started.values():
        process.kill()
        process.wait()
for name, rate in seen.items():
    print(f"{name} {rate:.1f}")
if ended:
    print(f"{', '.join(ended)} did not run here", file=sys.stderr)
    sys.exit(2)
if seen["etcd"] < 60:
    sys.exit("CHANGED: etcd sleeps")
if seen["mosquitto"] > 30 or seen["beanstalkd"] > 5:
    sys.exit("CHANGED: others do not sleep")
PYTHON
/usr/bin/python3 idle.py
echo "as seen: it ticks"
