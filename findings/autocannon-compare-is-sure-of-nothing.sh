#!/bin/sh
# autocannon-compare takes every request for a measurement of the rate: two runs of ten seconds, one of which had 1 % more requests
# a second, are different with p = 2e-45, where the rates of single seconds differ by 5 %. By its ten seconds p is 0.66.
#
# Guess: requests per second were measured once a second, so a run of ten seconds has ten of them: the test is told ten.
# Seen (autocannon-compare 0.4.0, Node.js 20.20.2): rates of mean 1,000 and 1,010, standard deviation 50 each, ten seconds: requests
#   "***", p 2e-45; throughput, of the same answers and by seconds, p 0.66, which is right. Two real runs of three seconds beside
#   other work: 13 % apart, p 5e-110 by requests, 0.12 by throughput.
# So: its stars say that two runs are two runs. How often it was measured, and what may be counted as independent, is half of a
#   comparison: Interleave compares whole runs in fresh processes, and says how many of them there were.
set -eu
command -v node >/dev/null && command -v npm >/dev/null || { echo "needs node and npm" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" autocannon-compare@0.4.0 >/dev/null
node --version
cat >same.js <<'JS'
// Two results as autocannon writes them, of ten seconds each: rates by the second that scatter by 5 %, and means 1 % apart.
const compare = require('autocannon-compare');
const result = rate => ({
    duration: 10,
    requests: { mean: rate, stddev: 50, total: rate * 10 },
    throughput: { mean: rate * 100, stddev: 5000 },
    latency: { mean: 20, stddev: 2 },
});
const told = compare(result(1000), result(1010));
console.log('requests', told.requests.difference, 'p', told.requests.pValue, told.requests.significant);
console.log('throughput', told.throughput.difference, 'p', told.throughput.pValue, told.throughput.significant);
JS
node same.js | tee seen
awk '$1 == "throughput" { exit !($4 > 0.5 && NF == 4) }' seen || { echo "CHANGED: ten seconds are not ten measurements" >&2; exit 1; }
awk '$1 == "requests" { exit !($4 < 1e-20 && $5 == "***") }' seen || { echo "CHANGED: the rate is not told as different" >&2; exit 1; }
echo "as seen: each request is a measurement"
