#!/bin/sh
# ru_maxrss of wait4 and getrusage: exec keeps the peak of the memory that it replaces. A small program that a large one
# starts has the large one's peak, by fork and by posix_spawn; VmHWM of /proc/PID/status begins anew.
#
# Guess: /bin/true has a maximum resident set of 2 MB, whoever starts it.
# Seen (Linux 6.18, python3 3.11 with 200 MB touched): ru_maxrss of /bin/true is 208 MB by fork and exec, 209 MB by
#   posix_spawn; VmHWM of /bin/sleep from the same parent: 1 MB.
# So: the peak of a run, and of a command that Interleave starts, is VmHWM and never ru_maxrss.
set -eu
command -v python3 >/dev/null || { apt-get update -q && apt-get install -y -q python3; } >/dev/null 2>&1
python3 --version
uname -r
python3 - <<'PYTHON'
import os, sys, time

ballast = bytearray(200 << 20)
peaks = {}
for way in ("fork", "posix_spawn"):
    child = os.posix_spawn("/bin/true", ["true"], {}) if way == "posix_spawn" else os.fork()
    if child == 0:
        os.execv("/bin/true", ["true"])
    peaks[way] = os.wait4(child, 0)[2].ru_maxrss / 1024
child = os.posix_spawn("/bin/sleep", ["sleep", "5"], {})
own = 0
while not own:
    with open(f"/proc/{child}/comm") as comm, open(f"/proc/{child}/status") as status:
        if comm.read() == "sleep\n":
            time.sleep(0.2)
            own = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
os.kill(child, 15)
os.waitpid(child, 0)
print("ru_maxrss of /bin/true, MB:", {way: round(peak) for way, peak in peaks.items()}, "VmHWM of /bin/sleep:", round(own, 1))
if min(peaks.values()) < 150:
    sys.exit("CHANGED: exec begins ru_maxrss anew")
if own > 50:
    sys.exit("CHANGED: VmHWM does not begin anew")
print("as seen: ru_maxrss begins with the parent's")
PYTHON
