#!/bin/sh
# autocannon with a rate: half of the answers of a service that never answers within 20 ms are told as faster than 15 ms.
#
# Guess: with -R the latencies are corrected for coordinated omission as wrk2 does it: a slow answer adds the requests that
#   the plan would have sent meanwhile. A service that keeps up with its plan has nothing to correct: p50 is about 20 ms.
# Seen (autocannon 9.0.0, Node.js 20.20): 300 requests at 100/s over 4 connections, each answered after 20 ms:
#   without -R  497 requests,  497 samples, min 19 ms, p50 21 ms
#   with -R 100 300 requests, 6918 samples, min  1 ms, p50 12 ms, mean 13.4 ms
#   The interval that it expects between requests is 1 / rate, rounded up, where milliseconds are meant: 1 ms at any rate.
#   So each answer of 20 ms adds nineteen that nobody had, of 1 to 19 ms; --ignoreCoordinatedOmission switches it off.
# So: a percentile of autocannon taken with -R is not compared with ours; its number of samples tells.
set -eu
command -v node >/dev/null && command -v npm >/dev/null || { echo "needs node and npm" >&2; exit 2; }
dir=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" autocannon@9.0.0 >/dev/null

cat >service.js <<'JS'
const service = require('http').createServer((request, response) => setTimeout(() => response.end('ok'), 20));
service.listen(0, '127.0.0.1', () => console.log(service.address().port));
JS
node service.js >port &
server=$!
for _ in $(seq 100); do [ -s port ] && break; sleep 0.1; done

measure() {
    node node_modules/autocannon/autocannon.js -c 4 -d 3 -j "$@" "http://127.0.0.1:$(cat port)/" 2>/dev/null
}
measure >closed.json
measure -R 100 >rate.json
measure -R 100 --ignoreCoordinatedOmission >raw.json
node -e '
const fs = require("fs");
const read = name => JSON.parse(fs.readFileSync(name));
const [closed, rate, raw] = ["closed.json", "rate.json", "raw.json"].map(read);
for (const [name, run] of Object.entries({closed, rate, raw}))
    console.log(name.padEnd(7), run.requests.total, "requests", run.latency.totalCount, "samples; min", run.latency.min,
        "p50", run.latency.p50, "p99", run.latency.p99);
const seen = closed.latency.p50 >= 19 && raw.latency.p50 >= 19
    && rate.latency.min < 5 && rate.latency.p50 < 16 && rate.latency.totalCount > 5 * rate.requests.total;
if (!seen) { console.error("CHANGED: a rate does not distort the percentiles any more"); process.exit(1); }
console.log("as seen: with a rate, p50 is less than any answer took");
'
