#!/bin/sh
# PR_SET_PDEATHSIG, "signal me when my parent dies": a child that a thread of a pool started is killed when that thread ends, though the
# process, which is its parent by getppid, lives on.
#
# Guess: a parent is a process; the signal comes when that has ended.
# Seen (Linux 6.18, Python 3.11.2): child of a thread that ended killed by signal 9, its parent alive and getppid the same until then; child
#   of a thread that lives on alive. The kernel remembers the thread that forked.
# So: "die with me", as of bwrap, setpriv, service managers and test runners, works from main and fails from a pool whose threads
#   come and go, after as long as an idle thread is kept. Interleave's processes ask for it as well.
set -eu
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
uname -r
/usr/bin/python3 --version
/usr/bin/python3 - <<'PYTHON'
import ctypes, os, signal, sys, threading, time

PR_SET_PDEATHSIG = 1
prctl = ctypes.CDLL(None).prctl


def child():
    process = os.fork()
    if not process:
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        time.sleep(30)
        os._exit(0)
    return process


def fate(keeps):
    """What has become of a child of a thread that stays or goes."""
    made, leave = [], threading.Event()

    def makes():
        made.append(child())
        time.sleep(0.5)
        if keeps:
            leave.wait()

    thread = threading.Thread(target=makes)
    thread.start()
    time.sleep(1.5)
    ended, status = os.waitpid(made[0], os.WNOHANG)
    leave.set()
    if ended:
        return f"killed by signal {os.WTERMSIG(status)}"
    os.kill(made[0], signal.SIGKILL)
    os.waitpid(made[0], 0)
    return "alive"


gone, kept = fate(False), fate(True)
print(f"child of a thread that has ended: {gone}; of one that lives: {kept}")
if kept != "alive":
    sys.exit("CHANGED: it dies at once")
if gone == "alive":
    sys.exit("CHANGED: it lives as long as the process")
PYTHON
echo "as seen: a parent is a thread"
