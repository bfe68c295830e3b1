#!/bin/sh
# asciinema play without a terminal, in a service, a container or a build: a recording of three seconds is written in a fifth of a second. With
# one it takes three seconds.
#
# Guess: the pauses are slept; where nobody can press a key, there is just no key.
# Seen (asciinema 2.2.0): a recording of 3 s, ten lines a second: with a terminal 3.1 to 3.2 s, without 0.05 to 0.25 s, exit 0 and no word. The
#   pauses are the time for which it waits for keys from /dev/tty, and where there is none it does not wait.
# So: a recording that is played to load a terminal or a log gets there in one burst. Interleave's own rates are kept by its clock.
set -eu
for tool in asciinema script setsid; do
    command -v $tool >/dev/null || { echo "needs $tool (asciinema, bsdutils, util-linux)" >&2; exit 2; }
done
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export HOME="$dir" ASCIINEMA_CONFIG_HOME="$dir" LC_ALL=C.UTF-8
asciinema --version
awk 'BEGIN {
    print "{\"version\": 2, \"width\": 80, \"height\": 24}"
    for (i = 1; i <= 30; i++) printf "[%.1f, \"o\", \"line %d\\r\\n\"]\n", i / 10, i
}' >recording.cast
# Prints the ms that a command took.
ms() {
    before=$(date +%s%N)
    "$@" >out </dev/null
    echo $((($(date +%s%N) - before) / 1000000))
}
with=$(ms script -qec "asciinema play recording.cast" /dev/null)
[ "$(grep -c '^line ' out)" = 30 ] || { cat out >&2; exit 2; }
without=$(ms setsid -w asciinema play recording.cast)
[ "$(grep -c '^line ' out)" = 30 ] || { cat out >&2; exit 2; }
echo "a recording of 3,000 ms took with a terminal $with ms, without $without ms"
[ "$with" -ge 2900 ] || { echo "CHANGED: with a terminal it keeps no time" >&2; exit 1; }
[ "$without" -lt 2500 ] || { echo "CHANGED: without a terminal it keeps time" >&2; exit 1; }
echo "as seen: no keys, no time"
