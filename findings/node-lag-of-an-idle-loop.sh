#!/bin/sh
# Node.js and prom-client: nodejs_eventloop_lag_mean_seconds of a loop that does nothing is 0.010, and so are its p50 and p99.
# A loop that stands still for a third of the time has a p99 of 0.0106.
#
# Guess: lag is how late the loop comes: under a millisecond when idle; with 1 s of 3 blocked, a p99 of 1 s, and the mean says so.
# Seen (prom-client 15.1.3, Node.js 20.20): idle mean 10.1 ms, min 9.2, p50 10.1, p99 10.2; blocked for 1 s of 3: p99 10.6 ms,
#   mean 15 ms, max 1,010 ms. perf_hooks.monitorEventLoopDelay keeps the time from one round of its timer to the next, whose
#   length (resolution, 10 ms) nobody takes off, and a standstill is one value, however long.
# So: an idle Node.js service and one that lags by 10 ms look alike; of these numbers the maximum tells of standstills.
#   Interleave's lateness is from the planned time, and a standstill counts for each task that it held up.
set -eu
command -v node >/dev/null && command -v npm >/dev/null || { echo "needs node and npm" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" prom-client@15.1.3 >/dev/null
node --version
cat >lag.js <<'JS'
// Lives for three seconds, of which it stands still for as many milliseconds as it is told; then says the lag in ms.
const client = require('prom-client');
client.collectDefaultMetrics();
const still = Number(process.argv[2]);
setTimeout(() => { for (const end = performance.now() + still; performance.now() < end;); }, 1000);
setTimeout(async () => {
    const text = await client.register.metrics();
    const find = name => (1000 * new RegExp(`^nodejs_eventloop_lag_${name}_seconds (.*)$`, 'm').exec(text)[1]).toFixed(1);
    console.log(['mean', 'p50', 'p99', 'max'].map(find).join(' '));
}, 3000);
JS
idle=$(node lag.js 0)
still=$(node lag.js 1000)
echo "mean, p50, p99, max in ms: idle $idle; still for a second $still"
echo "$idle" | awk '{ exit !($1 > 8 && $2 > 8) }' || { echo "CHANGED: an idle loop has no lag" >&2; exit 1; }
echo "$still" | awk '{ exit !($3 < 100 && $4 > 900) }' || { echo "CHANGED: the p99 tells of the standstill" >&2; exit 1; }
echo "as seen: ten milliseconds of nothing"
