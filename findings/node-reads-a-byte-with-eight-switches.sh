#!/bin/sh
# Node.js: fs.promises.readFile of a file of one byte, in the page cache, costs eight to ten voluntary context switches.
#
# Guess: one job for a thread of libuv's pool, and its answer: two switches, four at most.
# Seen (Node.js 20.20, Linux 6.18, 2 CPUs), switches of all threads a call, one call at a time, voluntary and involuntary:
#   promises.readFile 8.1 and 0.1    readFile with a callback 8.2 and 0.2    promises.stat 2.0 and 0.1
#   read of an open handle 2.0 and 0.0    readFileSync 0.0 and 0.0    beside other programs up to 12 and 8 for readFile
#   Each step (open, look at the size, read, close) is a job of its own: to the pool, and back to the loop.
# So: "asynchronous" costs the switches that it was to spare, where the data is there already. Interleave's file-cached shows
#   the same of Java's models.
set -eu
command -v node >/dev/null || { echo "needs node" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
node --version
uname -r
cat >read.mjs <<'JS'
import fs from 'fs';

// Voluntary and involuntary switches of all threads of this process.
function switches() {
    const sum = [0, 0];
    for (const thread of fs.readdirSync('/proc/self/task')) {
        const status = fs.readFileSync(`/proc/self/task/${thread}/status`, 'latin1');
        sum[0] += Number(/^voluntary_ctxt_switches:\s(\d+)/m.exec(status)[1]);
        sum[1] += Number(/^nonvoluntary_ctxt_switches:\s(\d+)/m.exec(status)[1]);
    }
    return sum;
}

async function show(name, call) {
    for (let i = 0; i < 300; i++) await call();
    const before = switches();
    for (let i = 0; i < 2000; i++) await call();
    const now = switches();
    console.log(name, ...now.map((count, kind) => ((count - before[kind]) / 2000).toFixed(2)));
}

fs.writeFileSync('one', 'x');
const handle = await fs.promises.open('one');
const buffer = Buffer.alloc(1);
await show('promises.readFile', () => fs.promises.readFile('one'));
await show('readFile', () => new Promise((done) => fs.readFile('one', done)));
await show('promises.stat', () => fs.promises.stat('one'));
await show('handle.read', () => handle.read(buffer, 0, 1, 0));
await show('readFileSync', async () => fs.readFileSync('one'));
await handle.close();
JS
echo "call, voluntary, involuntary switches:"
node read.mjs | tee seen
awk '$1 == "promises.readFile" || $1 == "readFile" { if ($2 < 6) exit 1 }' seen || { echo "CHANGED: few switches" >&2; exit 1; }
awk '$1 == "readFileSync" { exit !($2 < 0.5) }' seen || { echo "CHANGED: a plain read switches" >&2; exit 1; }
echo "as seen: eight switches for a byte"
