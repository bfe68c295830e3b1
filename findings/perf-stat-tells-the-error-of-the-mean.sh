#!/bin/sh
# perf stat -r 20: the "+-" behind a value is the standard error of the mean, not the standard deviation of the runs: runs that
# take 0.1 and 0.3 s by turns are "0.2 s +- 11 %", and the more runs, the less.
#
# Guess: the spread of the runs, relative to the mean: 50 % here, of 20 runs as of 5. The manual says "print average and stddev".
# Seen (perf 6.1.187): ten runs of 0.12 to 0.36 s: 0.238 +- 0.030 s (12.6 %); their standard deviation is 0.095, and divided by the
#   root of ten 0.030. The single values are there with --table.
# So: "+- 1 %" of perf stat -r 100 is a spread of 10 %, and two programs are not told apart by it without a test. Interleave gives
#   medians with an interval, and the samples are in its report.
set -eu
command -v perf >/dev/null || { echo "needs perf" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
perf version
export LC_ALL=C
echo 0 >turn
cat >turns.sh <<'TURN'
read -r turn <turn
echo $((1 - turn)) >turn
if [ "$turn" = 0 ]; then sleep 0.1; else sleep 0.3; fi
TURN
for runs in 6 24; do
    perf stat --null --table -r $runs sh turns.sh 2>report || { echo "perf stat does not run here" >&2; exit 2; }
    awk -v runs=$runs '
        $2 ~ /^\([-+][0-9.]+\)$/ { n++; sum += $1; squares += $1 * $1 }
        / \+- / { told = $3 }
        END {
            if (n != runs) exit 2
            deviation = sqrt((squares - sum * sum / n) / (n - 1))
            error = deviation / sqrt(n)
            printf "%d runs: standard deviation %.4f s, of the mean %.4f s; perf says +- %.4f s\n", n, deviation, error, told
            exit !(told > error * 0.95 && told < error * 1.05)
        }' report || { echo "CHANGED: it is not the error of the mean, or there is no table" >&2; exit 1; }
done
echo "as seen: the error of the mean"
