#!/bin/sh
# prom-client: the event loop's lag is that since anybody last asked. Of two scrapers the first sees a loop that stood still, the
# second, a moment later, a maximum of 0, a mean that is no number, and a minimum of 292 years.
#
# Guess: what Prometheus scrapes may be scraped by two: minimum and maximum of the process's life, or of the last minutes.
# Seen (prom-client 15.1.3, Node.js 20.20.2), a loop blocked for 0.3 s: first reader max 0.31 s; second, at once, min
#   9223372036.854776, max 0, mean Nan; again a second later max 0.01 to 0.02. Each reading resets the histogram.
# So: a second Prometheus, a health check or a curious curl takes the stall away from the one who would have warned.
#   Reading never resets what Interleave reads: each reader takes the difference of two samples for itself.
set -eu
command -v node >/dev/null && command -v npm >/dev/null || { echo "needs node and npm" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" prom-client@15.1.3 >/dev/null
node --version
cat >readers.js <<'JS'
// A loop that is blocked once, and two who read the metrics.
const { register, collectDefaultMetrics } = require('prom-client');
collectDefaultMetrics();

async function read(reader) {
    const page = (await register.metrics()).split('\n');
    const value = name => page.find(line => line.startsWith(`nodejs_eventloop_lag_${name}_seconds `)).split(' ')[1];
    console.log(reader, 'min', value('min'), 'max', value('max'), 'mean', value('mean'));
}
setTimeout(() => {
    const end = Date.now() + 300;
    while (Date.now() < end);
}, 500);
setTimeout(async () => {
    await read('first');
    await read('second');
}, 1500);
setTimeout(() => read('again').then(() => process.exit()), 2500);
JS
node readers.js | tee seen
awk '$1 == "first" { exit !($5 > 0.25) }' seen || { echo "CHANGED: the first reader has no stall" >&2; exit 1; }
awk '$1 == "second" { exit !($3 > 1e9 && $5 < 0.2) }' seen || { echo "CHANGED: the second reader sees what the first saw" >&2; exit 1; }
echo "as seen: the second has nothing"
