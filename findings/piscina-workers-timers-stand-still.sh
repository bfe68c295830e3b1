#!/bin/sh
# Piscina, the pool of worker threads of Node.js: what a task leaves to run later, a timer or an answer, does not run in its worker, also
# when the worker has nothing to do for a second.
#
# Guess: a worker is a Node.js thread with an event loop; between tasks it is idle, and a timer of 10 ms comes after 10 ms.
# Seen (piscina 5.1.3, Node.js 20.20, one worker): a task sets a timer of 10 ms and returns; a second later the timer has not come, nor
#   after a second task; with atomics: 'async' or 'disabled' it has. By default a worker waits for tasks in Atomics.wait, which
#   holds its loop.
# So: metrics that are sent later, connections that are kept and caches that expire stand still in an idle pool. Interleave's loops
#   wait where their timers do, and their lag is measured.
set -eu
command -v node >/dev/null && command -v npm >/dev/null || { echo "needs node and npm" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" piscina@5.1.3 >/dev/null
node --version
cat >worker.cjs <<'JS'
// Leaves a timer behind, which writes into the shared memory.
module.exports = ({ flag, millis }) => {
    const cell = new Int32Array(flag);
    setTimeout(() => Atomics.store(cell, 0, 1), millis).unref();
};
JS
cat >pool.cjs <<'JS'
const { Piscina } = require('piscina');
const pause = (millis) => new Promise((done) => setTimeout(done, millis));

async function show(atomics) {
    const pool = new Piscina({ filename: `${__dirname}/worker.cjs`, minThreads: 1, maxThreads: 1, ...(atomics && { atomics }) });
    const flag = new SharedArrayBuffer(4);
    await pool.run({ flag, millis: 10 });
    await pause(1000);
    const idle = Atomics.load(new Int32Array(flag), 0);
    await pool.run({ flag: new SharedArrayBuffer(4), millis: 1e6 });
    await pause(100);
    console.log(atomics ?? 'default', idle, Atomics.load(new Int32Array(flag), 0));
    await pool.destroy();
}
show().then(() => show('async')).then(() => show('disabled')).then(() => process.exit(0));
JS
echo "atomics; 1 if the timer of 10 ms has come after a second, and after another task:"
node pool.cjs | tee seen
grep -qx "default 0 0" seen || { echo "CHANGED: the timer comes" >&2; exit 1; }
grep -qx "async 1 1" seen && grep -qx "disabled 1 1" seen || { echo "CHANGED: it does not come at all" >&2; exit 1; }
echo "as seen: the loop of an idle worker stands still"
