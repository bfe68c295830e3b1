#!/bin/sh
# fio's "ctx": the context switches of the submitting thread alone. Over io_uring the kernel's own workers (iou-wrk-PID) are
# threads of the process, and what they switch is nowhere in fio's report.
#
# Guess: ctx of a job is what its process switched; io_uring's workers are kernel threads that belong to nobody.
# Seen (fio 3.33, Linux 6.18, 2 CPUs; random reads of a file in the page cache, depth 4, force_async=1): ctx says 113,000
#   when the job's own thread has 95,000, and four iou-wrk threads in /proc/PID/task have another 120,000 between them.
# So: Interleave takes getrusage(RUSAGE_SELF), all threads of a process, and its OS threads count iou-wrk threads too.
set -eu
[ "$(id -u)" = 0 ] || { echo "needs root, to install fio" >&2; exit 2; }
command -v fio >/dev/null || { apt-get update -q && apt-get install -y -q fio; } >/dev/null 2>&1
fio --version
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
head -c 67108864 /dev/zero >"$dir/data"
fio --name=reads --filename="$dir/data" --rw=randread --bs=4k --ioengine=io_uring --iodepth=4 --force_async=1 \
    --invalidate=0 --time_based --runtime=4 --output="$dir/report" &
fio=$!
sleep 3
# The job is the process that has workers.
workers=0
others=0
own=0
for task in /proc/[0-9]*/task/*; do
    read -r name 2>/dev/null <"$task/comm" || continue
    case $name in
    iou-wrk-*) ;;
    *) continue ;;
    esac
    process=${task%/task/*}
    [ "$(tr -d '\0' <"$process/comm")" = fio ] || continue
    others=$((others + $(awk '/ctxt_switches/ { n += $2 } END { print n + 0 }' "$task/status")))
    workers=$((workers + 1))
    own=$(awk '/ctxt_switches/ { n += $2 } END { print n + 0 }' "$process/task/${process#/proc/}/status")
done
wait "$fio"
ctx=$(sed -n 's/.*ctx=\([0-9]*\).*/\1/p' "$dir/report")
echo "after 3 of 4 s: the job's thread $own switches, its $workers iou-wrk threads $others; fio's report at the end: ctx=$ctx"
[ "$workers" -gt 0 ] || { echo "CHANGED: io_uring has no workers among the process's threads" >&2; exit 1; }
[ $((others * 4)) -gt "$own" ] || { echo "CHANGED: the workers hardly switch" >&2; exit 1; }
# In 4 s the thread has 4/3 of what it had after 3 s, the whole process more than that.
[ $((ctx * 3)) -lt $(((own + others) * 4 * 85 / 100)) ] ||
    { echo "CHANGED: ctx counts the workers" >&2; exit 1; }
echo "as seen: ctx is the submitting thread's"
