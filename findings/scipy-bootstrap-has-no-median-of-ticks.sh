#!/bin/sh
# scipy.stats.bootstrap, of the median of ten latencies that a coarse clock gave, nine of 4 ms and one of 8: its default method, BCa, has no
# interval, (nan, nan). Nor has it one where 4, 8, 12 and 16 are all there, with three 8s in the middle.
#
# Guess: the better method falls back to the plain one where it has nothing to correct: 4 to 4.
# Seen (scipy 1.10.1): nan to nan for both, with a warning of a degenerate distribution; "percentile" 4 to 4, and BCa has an interval for 4 to
#   13, each once. BCa asks how the median moves when one value is left out: it does not, and the answer is 0 by 0.
# So: a report over many latencies has holes where the clock is coarse, nowhere else, and they read as "no data". Interleave's intervals are
#   percentiles of its bootstrap.
set -eu
[ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import scipy' 2>/dev/null || { echo "needs Debian's python3-scipy" >&2; exit 2; }
/usr/bin/python3 - <<'PYTHON'
"""Asks for the interval of a median by two methods."""
import math, sys, warnings
import numpy, scipy, scipy.stats

print("scipy", scipy.__version__)


def interval(values, **options):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        result = scipy.stats.bootstrap((numpy.array(values, float),), numpy.median, random_state=1, **options)
    low, high = result.confidence_interval
    print(values, options.get("method", "default"), low, high, *{one.category.__name__ for one in told})
    return low, high


ticks, tied, spread = [4] * 9 + [8], [4, 4, 4, 4, 8, 8, 8, 12, 12, 16], list(range(4, 14))
usual = interval(ticks) + interval(tied)
plain = interval(ticks, method="percentile")
other = interval(spread)
if not all(map(math.isnan, usual)):
    sys.exit("CHANGED: the default method has an interval")
if tuple(plain) != (4, 4) or any(map(math.isnan, other)):
    sys.exit("CHANGED: the others have none")
PYTHON
echo "as seen: no interval where the clock is coarse"
