#!/bin/sh
# prom-client: four workers of a Node.js cluster whose p99 is 0.1 s each have a p99 of 0.4 s together: the percentiles of a Summary
# are added up. The event loop's p99 is their mean: one loop of four that stands still for 0.3 s at a time is 0.11 s.
#
# Guess: percentiles cannot be put together, so the library leaves them out, or takes the largest.
# Seen (prom-client 15.1.3, Node.js 20.20.2), a hundred times 0.1 s in each of four workers, by AggregatorRegistry: quantile 0.5
#   and 0.99 0.4 s, count 400, sum 40; a gauge that is 0.1 in each 0.4; nodejs_eventloop_lag_p99_seconds 0.11 to 0.14, where one
#   worker has 0.3 and more, as _max_seconds has. Summaries and gauges are added unless they are told another "aggregator".
# So: the p99 of a service grows with its number of workers, and its worst event loop is hidden among the others. The buckets of
#   a histogram can be added. Interleave merges histograms, and then takes the percentile.
set -eu
command -v node >/dev/null && command -v npm >/dev/null || { echo "needs node and npm" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" prom-client@15.1.3 >/dev/null
node --version
cat >cluster.js <<'JS'
// Four workers, the first of which blocks its loop; the first process asks for the metrics of all, as its page for Prometheus would.
const cluster = require('cluster');
const { AggregatorRegistry, Summary, Gauge, collectDefaultMetrics } = require('prom-client');

if (cluster.isPrimary) {
    const all = new AggregatorRegistry();
    let ready = 0;
    cluster.on('message', (_, message) => {
        if (message !== 'ready' || ++ready < 4) return;
        setTimeout(async () => {
            console.log(await all.clusterMetrics());
            process.exit();
        }, 3000);
    });
    for (let i = 0; i < 4; i++) cluster.fork({ BLOCKED: i === 0 ? 300 : 0 });
} else {
    new AggregatorRegistry();
    collectDefaultMetrics();
    const latency = new Summary({ name: 'latency_seconds', help: 'h', percentiles: [0.5, 0.99] });
    for (let i = 0; i < 100; i++) latency.observe(0.1);
    new Gauge({ name: 'slowest_seconds', help: 'h' }).set(0.1);
    setInterval(() => {
        const end = Date.now() + +process.env.BLOCKED;
        while (Date.now() < end);
    }, 20);
    process.send('ready');
}
JS
node cluster.js | grep -E '^(latency|slowest|nodejs_eventloop_lag_(p99|max))' | tee seen
awk '/quantile="0.99"/ && $2 > 0.39 && $2 < 0.41 { added = 1 } /^slowest/ && $2 > 0.39 { gauge = 1 } END { exit !(added && gauge) }' seen ||
    { echo "CHANGED: Summaries and gauges are not added up" >&2; exit 1; }
awk '/lag_p99/ { p99 = $2 } /lag_max/ { max = $2 } END { exit !(max > 0.25 && p99 < 0.7 * max) }' seen ||
    { echo "CHANGED: the loop's p99 is not the mean of the workers" >&2; exit 1; }
echo "as seen: added up, or their mean"
