#!/bin/sh
# A trigger on CPU pressure (PSI), "tell me when something has waited for 200 ms within 2 s", of an ordinary user: the 200 ms are full 0.2 s
# after a cgroup is overloaded, the user is told after 2.0 s, and told once more when nothing runs there any longer.
#
# Guess: it tells when the 200 ms are full, or a tenth of the window later; and not of a load that is over.
# Seen (Linux 6.18, six busy programs in a cgroup, for 4.2 s): full after 0.23 s by the counter in the same file; told after 2.02
#   to 2.05 s, and once more 0.3 s after their end. Who has no CAP_SYS_RESOURCE is served when the averages are made, each two seconds;
#   windows of 1 and of 5 s, which are not a multiple of that, are an "invalid argument".
# So: what sheds load by such a trigger in a cgroup of its own begins when a queue of two seconds has built up, and sheds once too
#   often. Interleave reads the counter, and shows the pressure of its own interval.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to make a cgroup and become somebody else" >&2; exit 2; }
command -v cc >/dev/null && command -v setpriv >/dev/null || { echo "needs cc and setpriv (util-linux)" >&2; exit 2; }
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
group=none
for root in /sys/fs/cgroup /sys/fs/cgroup/unified; do
    [ ! -e "$root/cgroup.controllers" ] || group="$root/findings-$$"
done
[ "$group" != none ] && mkdir "$group" || { echo "needs cgroup2" >&2; exit 2; }
[ -e "$group/cpu.pressure" ] || { rmdir "$group"; echo "needs a kernel with PSI" >&2; exit 2; }
dir=$(mktemp -d)
trap 'sleep 0.3; rmdir "$group" 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
chmod 755 .
uname -r
cat >busy.c <<'C'
int main(void) {
    for (volatile long i = 0;; i++) {}
}
C
cc -O1 busy.c -o busy
chown 65534 "$group/cpu.pressure"
cat >listens.py <<'PYTHON'
"""An ordinary user's trigger: prints when the counter has 200 ms more than at first, and each time that it is told."""
import os, select, sys, time

trigger = os.open(sys.argv[1], os.O_RDWR | os.O_NONBLOCK)
os.write(trigger, b"some 200000 2000000\0")
counter = os.open(sys.argv[1], os.O_RDONLY)


def some():
    return int(os.pread(counter, 200, 0).split(b"total=")[1].split()[0]) / 1e6


poll, first, full = select.poll(), some(), False
poll.register(trigger, select.POLLPRI)
print("ready", flush=True)
while True:
    if poll.poll(20):
        print(f"told {time.monotonic()}", flush=True)
    if not full and some() - first >= 0.2:
        full = True
        print(f"full {time.monotonic()}", flush=True)
PYTHON
cat >load.py <<'PYTHON'
"""Six busy programs in the group, for 4.2 s, and what the listener says of them."""
import subprocess, sys, time

group = sys.argv[1]
listener = subprocess.Popen(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "/usr/bin/python3", "listens.py", group + "/cpu.pressure"],
                            stdout=subprocess.PIPE, text=True)
programs = []
try:
    if listener.stdout.readline() != "ready\n":
        print("no trigger for an ordinary user here", file=sys.stderr)
        sys.exit(2)
    time.sleep(3)
    begin = time.monotonic()
    for _ in range(6):
        programs.append(subprocess.Popen(["sh", "-c", f'echo $$ >"{group}/cgroup.procs"; exec ./busy']))
    time.sleep(4.2)
finally:
    for program in programs:
        program.kill()
        program.wait()
end = time.monotonic()
time.sleep(3)
listener.kill()
lines = [line.split() for line in listener.stdout.read().splitlines()]
full = [float(at) - begin for what, at in lines if what == "full"]
told = [float(at) - begin for what, at in lines if what == "told"]
print(f"full after {full[0]:.2f} s, told after {', '.join(f'{at:.2f}' for at in told)}; the end was at {end - begin:.2f}")
if not full or full[0] > 1:
    print("the machine is too busy to tell", file=sys.stderr)
    sys.exit(2)
if not told or told[0] - full[0] < 0.8:
    sys.exit("CHANGED: it is told in time, or never")
if told[-1] < end - begin:
    sys.exit("CHANGED: it is not told after the end")
PYTHON
/usr/bin/python3 load.py "$group"
echo "as seen: two seconds later"
