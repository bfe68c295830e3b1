#!/bin/sh
# fio --rate_process=poisson, arrivals at random: each run has the same ones. Three repetitions of a load are one draw three times over, with
# the same clumps at the same moments.
#
# Guess: what is random differs from run to run; randrepeat=1 is for the places on the disk.
# Seen (fio 3.33), the first arrivals of a hundred a second, in ms, of three runs: 0 23 28 31 41 each time; with --randrepeat=0 all three
#   differ. The gaps are drawn from a generator whose seed is that of the whole run, fixed unless it is told.
# So: where a run's tail is made by an accident of its arrivals, all repetitions have it, and their spread does not tell. --randrepeat=0,
#   or a --randseed for each run. Interleave's repetitions too have the arrivals of their --seed, 1 if none is given, and its results
#   name it: another seed shows whether a result hangs on the draw.
set -eu
command -v fio >/dev/null || { echo "needs fio" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
fio --version
# Prints the ms in which the first 20 requests began, without those that the run was late for.
arrivals() {
    fio --name=load --ioengine=null --size=1g --rw=randread --bs=4k --rate_iops=100 --rate_process=poisson --runtime=2 --time_based \
        --write_lat_log=log --output=report "$@" >/dev/null
    cut -d, -f1 log_clat.1.log | head -20 | tr '\n' ' '
}
for run in 1 2 3; do echo "again  $(arrivals)" | tee -a same; done
for run in 1 2 3; do echo "others $(arrivals --randrepeat=0)" | tee -a free; done
/usr/bin/awk '
    # How many of the moments of the first run are in the others too, give or take two ms.
    { for (i = 2; i <= NF; i++) at[FILENAME, FNR, i] = $i; length_[FILENAME, FNR] = NF }
    function common(file, one, other,   i, j, found) {
        for (i = 3; i <= length_[file, one]; i++)
            for (j = 3; j <= length_[file, other]; j++) {
                distance = at[file, one, i] - at[file, other, j]
                if (distance >= -2 && distance <= 2) { found++; break }
            }
        return found
    }
    END { print common("same", 1, 2) + common("same", 1, 3), common("free", 1, 2) + common("free", 1, 3) }' same free >common
read -r same free <common
echo "of 38 moments the later runs share $same with the first; with --randrepeat=0 $free"
[ "$same" -ge 22 ] && [ "$same" -gt "$free" ] || { echo "CHANGED: each run has arrivals of its own" >&2; exit 1; }
echo "as seen: one draw, three times"
