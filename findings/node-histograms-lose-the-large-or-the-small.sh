#!/bin/sh
# Two HdrHistograms of Node.js: its own (perf_hooks.createHistogram) leaves a value above "highest" out of count, maximum and
# percentiles without a word, and refuses 0.7; hdr-histogram-js refuses the large value, and takes 0.7 for 0.
#
# Guess: both are HdrHistogram: what is out of range is an error, or the highest value; 0.7 is rounded or an error, in both alike.
# Seen (Node.js 20.20.2, hdr-histogram-js 3.0.0): 90 values of 10 and ten of 5,000, up to 1,000: Node.js count 90, max 10, p99 10,
#   "exceeds" 10; hdr-histogram-js throws. A hundred values of 0.7: Node.js throws; hdr-histogram-js p50 0, mean 0, max 0.7.
# So: ten of a hundred answers of five seconds are a p99 of 10 ms in the one, milliseconds with a fraction are zero in the other.
#   Interleave records whole nanoseconds, up to an hour.
set -eu
command -v node >/dev/null && command -v npm >/dev/null || { echo "needs node and npm" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" hdr-histogram-js@3.0.0 >/dev/null
node --version
cat >both.js <<'JS'
const own = require('perf_hooks').createHistogram;
const { build } = require('hdr-histogram-js');

// What the values give, or that they are refused.
function told(record, tell, values) {
    try {
        for (const value of values) record(value);
    } catch {
        return 'refused';
    }
    return tell();
}

function node(values) {
    const histogram = own({ lowest: 1, highest: 1000, figures: 3 });
    return told(value => histogram.record(value),
        () => `count ${histogram.count} max ${histogram.max} p99 ${histogram.percentile(99)}`, values);
}

function js(values) {
    const histogram = build({ highestTrackableValue: 1000, autoResize: false, numberOfSignificantValueDigits: 3 });
    return told(value => histogram.recordValue(value),
        () => `count ${histogram.totalCount} p50 ${histogram.getValueAtPercentile(50)} mean ${histogram.mean}`, values);
}

const large = [...Array(90).fill(10), ...Array(10).fill(5000)];
const small = Array(100).fill(0.7);
console.log(`large: Node.js ${node(large)}; hdr-histogram-js ${js(large)}`);
console.log(`small: Node.js ${node(small)}; hdr-histogram-js ${js(small)}`);
JS
node both.js >seen
cat seen
grep -qx 'large: Node.js count 90 max 10 p99 10; hdr-histogram-js refused' seen ||
    { echo "CHANGED: what a large value does" >&2; exit 1; }
grep -qx 'small: Node.js refused; hdr-histogram-js count 100 p50 0 mean 0' seen ||
    { echo "CHANGED: what a fraction does" >&2; exit 1; }
echo "as seen: one loses the large, one the small"
