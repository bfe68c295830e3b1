#!/bin/sh
# node --cpu-prof: a program that waits for a timer, and is asked for samples each millisecond, makes more than a thousand switches
# a second, and uses CPU. Without it one in two seconds.
#
# Guess: what does not run is not sampled: 0 switches; perf record and JFR make none of a program that sleeps.
# Seen (Node.js 20.20.2, Linux 6.18), a program that waits, voluntary switches of all threads: 0.5 a second, with --cpu-prof 1,701, and
#   3 to 4 % of a CPU. A thread of V8's sends the main thread a signal each millisecond, asleep or not, and is answered.
#   The samples are "(program)" and "(idle)".
# So: the profile of an idle service disturbs most what there is least of, and its switches are the profiler's. Interleave shows
#   them, by thread, with t.
set -eu
command -v node >/dev/null || { echo "needs node" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
uname -r
node --version
cat >waits.js <<'JS'
const fs = require("fs");
const switches = () => fs.readdirSync("/proc/self/task").reduce((sum, thread) =>
  sum + Number(fs.readFileSync(`/proc/self/task/${thread}/status`, "utf8").match(/\nvoluntary_ctxt_switches:\s+(\d+)/)[1]), 0);
setTimeout(() => {
  const before = switches();
  const cpu = process.cpuUsage();
  const begin = process.hrtime.bigint();
  setTimeout(() => {
    const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
    const used = process.cpuUsage(cpu);
    console.log(`${((switches() - before) / seconds).toFixed(1)} ${((used.user + used.system) / seconds / 1e4).toFixed(1)}`);
  }, 3000);
}, 500);
JS
echo "switches a second, % of a CPU, of a program that waits:"
echo "plain $(node waits.js)" | tee seen
echo "profiled $(node --cpu-prof waits.js)" | tee -a seen
awk '$1 == "plain" && $2 > 20 { exit 1 }' seen || { echo "CHANGED: Node.js is not idle" >&2; exit 1; }
awk '$1 == "profiled" && $2 < 200 { exit 1 }' seen || { echo "CHANGED: what waits is left alone" >&2; exit 1; }
echo "as seen: more than a thousand"
