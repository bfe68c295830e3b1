#!/bin/sh
# pandas, rolling(100) over latencies in ns, one of which was a standstill of a minute: from then on, for as long as the column goes on, the
# standard deviation is 0, or half as much again, and the correlation of the column with itself is 0.05.
#
# Guess: a window knows nothing of what has left it; 100 rows later all is as it was.
# Seen (pandas 1.5.3), 5,000 values of 1,000 ns +- 50, a standstill, 5,000 more: at the end of the column the rolling std is 0.00 after one of a
#   minute, 44.6 after one of 10 s, and 46.0 of the same 100 values by themselves; the rolling correlation of the column with twice itself
#   is 0.05 and 1.07. Other columns: 36 and 1.9, 71 and 0.5. The mean is right. The window is a sum that values are added to and taken from,
#   and the large one has rounded it.
# So: a machine that stood still once spoils what is told of every later hour. Latencies in ms, or without the standstill, are safe. Interleave leaves
#   standstills out of a run, and its windows are not made of each other.
set -eu
[ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import pandas' 2>/dev/null || { echo "needs Debian's python3-pandas" >&2; exit 2; }
/usr/bin/python3 - <<'PYTHON'
"""Puts the last window of a long column beside the same values by themselves."""
import random, statistics, sys
import pandas

print("pandas", pandas.__version__)
draw = random.Random(1)
values = [draw.gauss(1000, 50) for _ in range(10_000)]
alone = statistics.stdev(values[-100:])


def last(standstill):
    """The standard deviation of the last hundred, and the correlation of them with twice themselves."""
    column = pandas.Series(values[:5000] + [standstill] + values[5000:])
    window = column.rolling(100)
    deviation, correlation = window.std().iloc[-1], window.corr(column * 2).iloc[-1]
    print(f"standstill of {standstill / 1e9:4.0f} s: standard deviation {deviation:6.2f}, by itself {alone:.2f}; correlation {correlation:.2f}")
    return deviation, correlation


_, fine = last(1e6)
ten, beyond = last(10e9)
minute, below = last(60e9)
if abs(fine - 1) > 0.01:
    sys.exit("CHANGED: it is wrong without a standstill too")
if abs(ten / alone - 1) < 0.1 and abs(minute / alone - 1) < 0.1:
    sys.exit("CHANGED: the deviation is that of the window")
if abs(beyond - 1) < 0.1 and abs(below - 1) < 0.1:
    sys.exit("CHANGED: the correlation is one")
PYTHON
echo "as seen: a window that remembers"
