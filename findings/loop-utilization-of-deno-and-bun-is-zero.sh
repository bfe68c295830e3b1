#!/bin/sh
# performance.eventLoopUtilization() of Deno and Bun is 0, idle 0 and active 0, without an error, where Node.js says 0.5 of a loop that
# computes half of the time. monitorEventLoopDelay() is three histograms of one loop.
#
# Guess: who has the function fills it in; the delay of an idle loop is the same small number in each.
# Seen (Node.js 20.20.2, Deno 2.9.6, Bun 1.4.5), a loop that computes for 100 ms and sleeps for 100, ten times: utilization 0.50, 0, 0; mean
#   delay 20.4 ms, 0.5 ms, 10.8 ms; 99th percentile 111 ms, 0.009 ms, 110 ms. process.cpuUsage is right in all three.
#   Node counts the resolution of 10 ms in, Bun does not, Deno looks more often and so has most of its looks when nothing is wrong.
# So: a service that was moved from Node has a dashboard of a loop that never works, and scales by it. Interleave shows the
#   CPU time of any process beside its switches.
set -eu
command -v node >/dev/null && command -v npm >/dev/null || { echo "needs node and npm" >&2; exit 2; }
[ "$(uname -m)" = x86_64 ] || { echo "needs an x86-64 machine, for the packages" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" @deno/linux-x64-glibc@2.9.6 @oven/bun-linux-x64@1.4.5 >/dev/null
deno=$(find node_modules/@deno -type f -name deno | head -1)
bun=$(find node_modules/@oven -type f -name bun | head -1)
chmod +x "$deno" "$bun"
node --version
"$deno" --version | head -1
"$bun" --version
cat >loop.mjs <<'JS'
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import process from "node:process";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const compute = (ms) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

await sleep(100);
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
const before = performance.eventLoopUtilization();
const cpu = process.cpuUsage();
for (let i = 0; i < 10; i++) {
  compute(100);
  await sleep(100);
}
const loop = performance.eventLoopUtilization(before);
const used = process.cpuUsage(cpu);
console.log(`utilization ${loop.utilization.toFixed(2)} cpu-ms ${((used.user + used.system) / 1000).toFixed(0)} ` +
  `mean-delay ${(delay.mean / 1e6).toFixed(3)} p99 ${(delay.percentile(99) / 1e6).toFixed(3)}`);
process.exit(0);
JS
export NO_COLOR=1 DENO_NO_UPDATE_CHECK=1 DENO_DIR="$dir/deno"
{ printf "node "; node loop.mjs; printf "deno "; "$deno" run -A loop.mjs; printf "bun "; "$bun" loop.mjs; } | tee seen
awk '$1 == "node" { exit !($3 > 0.3) }' seen || { echo "CHANGED: Node.js does not tell it" >&2; exit 1; }
awk '$1 != "node" && $3 != 0 { exit 1 }' seen || { echo "CHANGED: Deno or Bun tell it" >&2; exit 1; }
awk '$5 < 200 { exit 1 }' seen || { echo "CHANGED: they do not compute" >&2; exit 1; }
[ "$(wc -l <seen)" = 3 ]
echo "as seen: a loop that never works"
