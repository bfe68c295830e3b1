#!/bin/sh
# Clojure on two CPUs: pmap over a range or a vector does 32 tasks at once, over a list five; and go blocks of
# core.async that block their thread run all 64 at once.
#
# Guess: pmap keeps as many under way as there are CPUs, and two more: four, whatever it goes over. Go blocks share
#   eight threads.
# Seen (clojure 1.12.4, core.async 1.8.741, JDK 25.0.3, 2 CPUs), 64 tasks that sleep for 100 ms, at once at most: pmap
#   of (range 64) 32, of a vector 32, of a list 5; go blocks 64, on virtual threads; send to agents 4. Ranges and
#   vectors are sequences in chunks of 32, of which each is begun as a whole.
# So: "as many as the CPUs" depends on the type of the collection. Interleave counts what is in flight, rather than
#   believe a bound.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
maven=https://repo1.maven.org/maven2/org/clojure
for jar in clojure/1.12.4/clojure-1.12.4.jar spec.alpha/0.5.238/spec.alpha-0.5.238.jar core.specs.alpha/0.4.74/core.specs.alpha-0.4.74.jar \
    core.async/1.8.741/core.async-1.8.741.jar tools.analyzer.jvm/1.3.2/tools.analyzer.jvm-1.3.2.jar tools.analyzer/1.2.0/tools.analyzer-1.2.0.jar \
    tools.reader/1.5.0/tools.reader-1.5.0.jar core.memoize/1.1.266/core.memoize-1.1.266.jar core.cache/1.1.234/core.cache-1.1.234.jar \
    data.priority-map/1.2.0/data.priority-map-1.2.0.jar; do
    curl -sSfLO "$maven/$jar"
done
curl -sSfLO https://repo1.maven.org/maven2/org/ow2/asm/asm/9.2/asm-9.2.jar
cat >most.clj <<'CLJ'
; How many of 64 tasks that sleep are under way at once, at most, by what runs them.
(require '[clojure.core.async :as async])

(defn most [run]
  (let [now (atom 0) most (atom 0)]
    (run (fn [_] (swap! most max (swap! now inc)) (Thread/sleep 100) (swap! now dec)))
    @most))

(println "cpus" (.availableProcessors (Runtime/getRuntime)))
(println "pmap-range" (most (fn [task] (dorun (pmap task (range 64))))))
(println "pmap-vector" (most (fn [task] (dorun (pmap task (vec (range 64)))))))
(println "pmap-list" (most (fn [task] (dorun (pmap task (apply list (range 64)))))))
(println "go" (most (fn [task] (run! async/<!! (mapv (fn [i] (async/go (task i))) (range 64))))))
(println "send" (most (fn [task] (let [agents (repeatedly 64 #(agent 0))] (run! #(send % task) agents) (apply await agents)))))
(shutdown-agents)
(System/exit 0)
CLJ
echo "at once, at most:"
"$home/bin/java" -cp '*' clojure.main most.clj | tee seen
awk '{ n[$1] = $2 } END { exit !(n["pmap-range"] >= 32 && n["pmap-list"] <= n["cpus"] + 4) }' seen ||
    { echo "CHANGED: pmap keeps to the CPUs, or to no bound" >&2; exit 1; }
awk '$1 == "go" { exit !($2 > 8) }' seen || { echo "CHANGED: go blocks share eight threads" >&2; exit 1; }
echo "as seen: 32 at once"
