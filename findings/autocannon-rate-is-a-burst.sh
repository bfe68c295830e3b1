#!/bin/sh
# autocannon -R 500: most requests of a second are sent within a tenth of it, as fast as the connections take them.
#
# Guess: a rate of 500/s is a request each 2 ms, or at least spread over the second.
# Seen (autocannon 9.0.0, Node.js 20.20, 10 connections, a service that answers at once): of the requests of four seconds
#   1,605 arrived within one tenth of their second, none in most other tenths; the median gap was 0.023 ms.
#   Each connection has a quota for the second, sends it without a pause, and waits for the next second to begin.
# So: two tools at "500/s" do not offer the same load; a server behind bursts shows queueing that a constant rate does not
#   have. Interleave's --rate is a plan of send times.
set -eu
command -v node >/dev/null && command -v npm >/dev/null || { echo "needs node and npm" >&2; exit 2; }
dir=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || :; rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" autocannon@9.0.0 >/dev/null

cat >service.js <<'JS'
// Answers at once; when told to end, says how many of the requests came in the first tenth of a second of the plan.
const times = [];
const service = require('http').createServer((request, response) => { times.push(performance.now()); response.end('ok'); });
service.listen(0, '127.0.0.1', () => console.log(service.address().port));
process.on('SIGTERM', () => {
    const tenths = Array(10).fill(0);
    for (const time of times) if (time - times[0] < 4000) tenths[Math.floor((time - times[0]) % 1000 / 100)]++;
    console.log(tenths.join(' '));
    process.exit();
});
JS
node service.js >seen &
server=$!
for _ in $(seq 100); do [ -s seen ] && break; sleep 0.1; done
node node_modules/autocannon/autocannon.js -c 10 -R 500 -d 5 "http://127.0.0.1:$(cat seen)/" >/dev/null 2>&1
kill "$server"
wait "$server" || :
server=
echo "requests of 4 s by the tenth of their second: $(tail -1 seen)"
tail -1 seen | awk '{ for (i = 1; i <= 10; i++) { all += $i; if ($i > most) most = $i } exit !(all > 1000 && most > all / 2) }' ||
    { echo "CHANGED: the requests of a second are spread over it" >&2; exit 1; }
echo "as seen: a rate is a burst at the beginning of each second"
