#!/bin/sh
# Whisper, the files of Graphite: of two values of one second update() keeps the later one, update_many() the one that came first in its list. A
# correction sent in the same batch is lost.
#
# Guess: what is written last stands, as with update(); or the same rule for both, whichever.
# Seen (python3-whisper 1.1.4), 1, then 1,000, then 7 for one second: update, one by one, 7; update_many 1; with the list turned round 7. Two values
#   of one slot of ten seconds but of different seconds: the later second stands, in any order. update_many turns its list round to sort
#   it, newest first, and then once more to write it.
# So: a program that fills such files from a log, many values at a time, has the first of a second where one that follows the log has the last.
#   carbon is spared: its cache has one value for a second. Interleave's samples carry the time that has passed, and none takes another's place.
set -eu
[ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import whisper' 2>/dev/null || { echo "needs Debian's python3-whisper" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
dpkg-query -W -f '${Package} ${Version}\n' python3-whisper
/usr/bin/python3 - <<'PYTHON'
"""Writes values by update and update_many, and reads what is there."""
import sys, time
import whisper

now = int(time.time()) // 10 * 10
count = 0


def kept(points, many, step=1):
    """The value that is there when these have been written."""
    global count
    count += 1
    name = f"{count}.wsp"
    whisper.create(name, [(step, 1000)])
    if many:
        whisper.update_many(name, points)
    else:
        for when, value in points:
            whisper.update(name, value, when)
    return next(value for value in whisper.fetch(name, now - 500)[1] if value is not None)


same = [(now - 100, value) for value in (1, 1000, 7)]
slot = [(now - 100 + value, value) for value in (1, 9, 5)]
single, many, turned, later = kept(same, False), kept(same, True), kept(same[::-1], True), kept(slot, True, 10)
print(f"1, 1000, 7 of one second: update {single:.0f}, update_many {many:.0f}, turned round {turned:.0f}; of one slot the second {later:.0f}")
if (single, later) != (7, 9):
    sys.exit("CHANGED: update keeps another, or a slot does")
if (many, turned) != (1, 7):
    sys.exit("CHANGED: update_many keeps the last of one second")
PYTHON
echo "as seen: first come, if many come"
