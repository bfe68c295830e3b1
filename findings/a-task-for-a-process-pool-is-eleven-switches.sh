#!/bin/sh
# Python: one empty task at a time for a ProcessPoolExecutor costs 10 to 15 kernel switches, for multiprocessing.Pool
# as many, with one process as with two. A thread pool's costs two to four.
#
# Guess: one to wake the process and one to wake who waits: two; four with the helper threads. A thread pool two.
# Seen (Python 3.11.2, Linux 6.18, 2 CPUs), switches of all threads of all processes for one task:
#   ProcessPoolExecutor(2) 12.8, ProcessPoolExecutor(1) 11.2, multiprocessing.Pool(2) 10.7, ThreadPoolExecutor(2) 2.9,
#   asyncio.to_thread 4.3. A task goes through a thread that feeds it to a pipe, a semaphore, the process, another pipe
#   and a thread that hands the result out.
# So: a pool of processes is paid for by the task, not once: chunks of them are what makes it worth it. With --pid of
#   parent and children Interleave shows a row for each.
set -eu
[ -x /usr/bin/python3 ] || { echo "needs Debian's python3" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
/usr/bin/python3 --version
cat >pools.py <<'PYTHON'
"""The context switches for one empty task, of all threads of this process and its children."""
import concurrent.futures as futures, glob, multiprocessing, os, sys, time

TASKS = 200


def nothing():
    pass


def switches():
    number = 0
    for process in [os.getpid()] + [child.pid for child in multiprocessing.active_children()]:
        for status in glob.glob(f"/proc/{process}/task/*/status"):
            number += sum(int(line.split()[1]) for line in open(status) if "ctxt_switches" in line)
    return number


def cost(run):
    for _ in range(20):
        run()
    time.sleep(0.3)
    before = switches()
    for _ in range(TASKS):
        run()
        time.sleep(0.003)
    return (switches() - before) / TASKS - 1  # The sleep is one.


seen = {}
with futures.ThreadPoolExecutor(2) as pool:
    seen["ThreadPoolExecutor"] = cost(lambda: pool.submit(nothing).result())
for number in (1, 2):
    with futures.ProcessPoolExecutor(number) as pool:
        seen[f"ProcessPoolExecutor({number})"] = cost(lambda: pool.submit(nothing).result())
with multiprocessing.Pool(2) as pool:
    seen["multiprocessing.Pool"] = cost(lambda: pool.apply(nothing))
for name, switched in seen.items():
    print(f"{name} {switched:.1f}")
if seen.pop("ThreadPoolExecutor") > 5:
    sys.exit("CHANGED: a thread pool costs more")
if min(seen.values()) < 7:
    sys.exit("CHANGED: a process pool costs less")
PYTHON
/usr/bin/python3 pools.py
echo "as seen: some eleven switches a task"
