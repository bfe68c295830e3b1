#!/bin/sh
# fio --ioengine=posixaio --iodepth=16 on one file: the reads are done one after another, by one thread, and the report says that
# 16 were in flight for half of the time, 8 or more for nearly all.
#
# Guess: glibc's asynchronous reads are a pool of up to 20 threads, so 16 reads of a file are 16 threads, and the device sees a
#   depth of 16, as with libaio and io_uring.
# Seen (fio 3.33, glibc 2.36, Linux 6.18, O_DIRECT, ext4 on a virtual disk): threads of the job 2, its own and one that reads;
#   depth of the device's queue by /proc/diskstats 1.1; "IO depths: 8=50.9%, 16=48.0%"; 15,400 reads a second, where libaio
#   and io_uring have 67,800 at a depth of 12.4. Sixteen files instead of one: 10 threads or so, depth 4.7.
#   The requests of one descriptor stand in one queue there, and one thread works it off.
# So: engines at "the same iodepth" do not offer the same load: here it is the number of files. Interleave's file tasks name
#   how many are in flight at once by what it keeps itself.
set -eu
command -v fio >/dev/null || { echo "needs fio" >&2; exit 2; }
fio --version
dir=$(mktemp -d)
fio=
trap 'kill $fio 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"

# Most threads that a job has had at a look, by engine and number of files; its report stays in the file "report".
threads() {
    fio --name=reads --directory="$dir" --size=4m --nrfiles="$2" --rw=randread --bs=4k --direct=1 --ioengine="$1" \
        --iodepth=16 --norandommap --runtime=2 --time_based --output=report >/dev/null 2>&1 &
    fio=$!
    most=0
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        sleep 0.15
        for job in $(cat "/proc/$fio/task/$fio/children" 2>/dev/null); do
            now=$(ls "/proc/$job/task" 2>/dev/null | wc -l)
            [ "$now" -le "$most" ] || most=$now
        done
    done
    wait "$fio" || { echo "fio does not read here with O_DIRECT by $1" >&2; exit 2; }
    fio=
    echo "$1, $2 file(s): $most threads;$(sed -n 's/.*IOPS=\([^,]*\),.*/ \1 reads a second;/p' report)" \
        "$(sed -n 's/.*IO depths *: //p' report)"
}
threads libaio 1
threads posixaio 16
many=$most
threads posixaio 1
deep=$(sed -n 's/.*IO depths.* 8=\([0-9.]*\)%, 16=\([0-9.]*\)%.*/\1 \2/p' report | awk '{ print int($1 + $2) }')
[ "$most" -le 2 ] || { echo "CHANGED: more than one thread reads one file" >&2; exit 1; }
[ "$many" -ge 4 ] || { echo "CHANGED: sixteen files have no more threads" >&2; exit 1; }
[ "$deep" -ge 60 ] || { echo "CHANGED: the report says that few are in flight" >&2; exit 1; }
echo "as seen: one thread, and $deep % of the time a depth of 8 and more in the report"
