#!/bin/sh
# rrdtool graph, PRINT of the MAXIMUM of what is stored by the second: one second of 1,000 in an hour of ones has a maximum of 29, 112 or 334,
# by the width of the picture that is drawn, or not drawn, to /dev/null.
#
# Guess: the width is of the drawing; a number that is printed is of the data: 1,000.
# Seen (RRDtool 1.7.2): maximum 28.75 at a width of 100, 112 at 400, its default, 334 at 1,000 and 1,000 at 4,000. The data are averaged to
#   one value for a pixel before anything is computed of them. A DEF with :reduce=MAX has 1,000 at any width.
# So: the largest latency below a graph shrinks with the screen it was made for, even where each second is kept. Interleave's maxima are of
#   all tasks, whatever it draws.
set -eu
command -v rrdtool >/dev/null || { echo "needs rrdtool" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
rrdtool --version | head -1
start=1700000000
start=$((start - start % 3600))
end=$((start + 3600))
rrdtool create data.rrd --start $((start - 1)) --step 1 DS:ms:GAUGE:2:U:U RRA:AVERAGE:0.5:1:4000
seq 1 3600 | awk -v start=$start '{ print "update data.rrd " start + $1 ":" ($1 == 1800 ? 1000 : 1) }' | rrdtool - >/dev/null
stored=$(rrdtool fetch data.rrd AVERAGE --start $start --end $end | awk 'NF == 2 && $2 + 0 > most { most = $2 + 0 } END { print most }')
# Prints the maximum as a picture of such a width has it.
maximum() {
    width=$1
    shift
    rrdtool graph /dev/null -w "$width" --start $start --end $end "DEF:ms=data.rrd:ms:AVERAGE$*" VDEF:most=ms,MAXIMUM PRINT:most:%.2lf |
        tail -1
}
narrow=$(maximum 100)
usual=$(maximum 400)
wide=$(maximum 1000)
wider=$(maximum 4000)
reduced=$(maximum 100 :reduce=MAX)
echo "stored $stored; printed at widths of 100, 400, 1,000, 4,000: $narrow, $usual, $wide, $wider; at 100 with reduce=MAX $reduced"
echo "$stored $narrow $wide $wider $reduced" | awk '{ exit !($1 == 1000 && $4 == 1000 && $5 == 1000 && $2 < 100 && $3 < 500) }' ||
    { echo "CHANGED: the maximum is that of the data" >&2; exit 1; }
echo "as seen: a maximum of pixels"
