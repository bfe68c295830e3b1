#!/bin/sh
# Node.js cluster: a new connection costs six or seven kernel switches, where one process has two for it, and the same cluster with
# NODE_CLUSTER_SCHED_POLICY=none three. The default, round robin, takes each connection in one process and hands it to another.
#
# Guess: three: the primary wakes up and hands the connection on, the worker wakes up for it and for the request.
# Seen (Node.js 20.20.2, Linux 6.18, 2 CPUs), 3,000 requests one by one, each on a connection of its own, switches of the servers:
#   one process 1.9 to 2.1; cluster of two 5.7 to 6.8, 2.7 of them in the primary, 1,500 requests for each worker; with the
#   policy none 2.4 to 3.2, 714 and 2,286 requests, or 1,549 and 1,451.
#   The connection goes as a message with an answer, before its first byte is read.
# So: round robin is even, and dear where clients do not keep their connections. Interleave's load keeps them, and its switches per
#   task are those of models within one process.
set -eu
command -v node >/dev/null || { echo "needs node" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
node --version
uname -r
cat >client.js <<'JS'
// Asks as often as the second word says, one by one, each time on a new connection.
const http = require('http');
const [port, times] = process.argv.slice(2).map(Number);
let left = times;
function ask() {
    if (left-- === 0) return;
    http.get({ port, host: '127.0.0.1', agent: false, headers: { Connection: 'close' } },
        response => response.resume().on('end', ask));
}
ask();
JS
cat >server.js <<'JS'
// Prints the switches of all serving processes for each request: of one, or of a primary and two workers with the word "cluster".
const cluster = require('cluster');
const http = require('http');
const { execFile } = require('child_process');
const times = 3000;

function switches() {
    const usage = process.resourceUsage();
    return usage.voluntaryContextSwitches + usage.involuntaryContextSwitches;
}

const serve = then => {
    const server = http.createServer((request, response) => response.end('ok'));
    server.listen(0, '127.0.0.1', () => then(server.address().port));
};
const load = (port, then) => execFile(process.execPath, ['client.js', port, times], then);

if (cluster.isWorker) {
    process.on('message', () => process.send(switches()));
    serve(() => {});
} else if (process.argv[2] !== 'cluster') {
    serve(port => setTimeout(() => {
        const before = switches();
        load(port, () => {
            console.log(((switches() - before) / times).toFixed(2));
            process.exit();
        });
    }, 300));
} else {
    const workers = [cluster.fork(), cluster.fork()];
    const ask = worker => new Promise(done => {
        worker.once('message', done);
        worker.send('?');
    });
    const all = async () => switches() + (await Promise.all(workers.map(ask))).reduce((one, other) => one + other);
    let listening = 0;
    cluster.on('listening', (worker, { port }) => {
        if (++listening < workers.length) return;
        setTimeout(async () => {
            const before = await all();
            load(port, async () => {
                console.log(((await all() - before) / times).toFixed(2));
                process.exit();
            });
        }, 300);
    });
}
JS
alone=$(node server.js)
robin=$(NODE_CLUSTER_SCHED_POLICY=rr node server.js cluster)
none=$(NODE_CLUSTER_SCHED_POLICY=none node server.js cluster)
echo "switches for each connection: one process $alone, cluster $robin, with the policy none $none"
echo "$alone $robin $none" | awk '{ exit !($2 > $1 * 2 && $2 > 4.5) }' || { echo "CHANGED: a cluster has few more" >&2; exit 1; }
echo "$alone $robin $none" | awk '{ exit !($3 < $2 * 0.75) }' || { echo "CHANGED: the policy makes no difference" >&2; exit 1; }
echo "as seen: three times as many"
