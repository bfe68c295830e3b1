#!/bin/sh
# expect: "set timeout 0.5" does not wait at all, and 1.9 waits for one second: what comes a tenth of a second later is a time-out. No error.
#
# Guess: half a second; Tcl has numbers with a point, and expect's own sleep takes them.
# Seen (expect 5.45.4, Tcl 8.6.13), a program that answers after 0.2 s: with 0.5 TIMEOUT after 0.00 s, with 0.9 TIMEOUT after 0.00 s, with 1
#   the answer after 0.20 s; one that does not answer: with 1.9 TIMEOUT after 1.0 s; "sleep 0.5" sleeps 0.5 s. The value is cut to a
#   whole number.
# So: a test of a terminal program that is "given half a second" is given none, and passes on a fast machine only if all was there
#   before. Interleave's tests of terminals wait for what they want to see.
set -eu
command -v expect >/dev/null || { echo "needs expect" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
expect -v
cat >waits.exp <<'TCL'
log_user 0
proc waits {seconds answer} {
    set ::timeout $seconds
    spawn -noecho sh -c "sleep $answer; echo here; sleep 5"
    set begin [clock milliseconds]
    expect here { set what answer } timeout { set what TIMEOUT } eof { set what end }
    puts [format "%s %s %.2f" $seconds $what [expr {([clock milliseconds] - $begin) / 1000.0}]]
    exec kill [exp_pid]
    close
    wait
}
waits 0.5 0.2
waits 0.9 0.2
waits 1 0.2
waits 1.9 4
set begin [clock milliseconds]
sleep 0.5
puts [format "sleep slept %.2f" [expr {([clock milliseconds] - $begin) / 1000.0}]]
TCL
expect waits.exp | tee seen
awk '$1 == "1" && $2 != "answer" { exit 1 } $1 == "sleep" && $3 < 0.45 { exit 1 }' seen ||
    { echo "CHANGED: whole seconds or sleep are something else" >&2; exit 1; }
awk '/^0.[59] / && ($2 != "TIMEOUT" || $3 > 0.15) { exit 1 } /^1.9/ && $3 > 1.6 { exit 1 }' seen ||
    { echo "CHANGED: it waits for parts of a second" >&2; exit 1; }
[ "$(wc -l <seen)" = 5 ]
echo "as seen: whole seconds"
