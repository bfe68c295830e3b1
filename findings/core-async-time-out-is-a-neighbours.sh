#!/bin/sh
# Clojure's core.async: (timeout 1) comes after ten milliseconds when another timeout is due in ten. Time-outs that are less than ten
# milliseconds apart are one and the same channel; who closes his own ends that of strangers.
#
# Guess: each call is a timer of its own: 1.1 ms, whatever else is pending.
# Seen (core.async 1.8.741, Clojure 1.12.0, JDK 25.0.3), median of 50: (timeout 1) alone 1.15 ms, beside a (timeout 10) 10.2, beside a
#   (timeout 5) 5.1; (timeout 100) and (timeout 95), asked one after the other, identical; a wait of 300 ms ends at once when another part of
#   the program closes its (timeout 308). A call looks for one that is due within ten milliseconds after its own, and takes that.
# So: the more a service waits, the later its short waits end, which shows under load only and looks like load; a pacer made of it is
#   moved by whatever else the process times. Interleave's pacers wait for moments of their own.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in clojure/1.12.0/clojure-1.12.0 core.async/1.8.741/core.async-1.8.741 spec.alpha/0.5.238/spec.alpha-0.5.238 \
    core.specs.alpha/0.4.74/core.specs.alpha-0.4.74 tools.analyzer.jvm/1.3.2/tools.analyzer.jvm-1.3.2 \
    tools.analyzer/1.2.0/tools.analyzer-1.2.0 core.memoize/1.1.266/core.memoize-1.1.266 core.cache/1.1.234/core.cache-1.1.234 \
    data.priority-map/1.2.0/data.priority-map-1.2.0 tools.reader/1.5.0/tools.reader-1.5.0; do
    curl -sSfLO "https://repo1.maven.org/maven2/org/clojure/$jar.jar"
done
curl -sSfLO https://repo1.maven.org/maven2/org/ow2/asm/asm/9.7/asm-9.7.jar
cat >waits.clj <<'CLOJURE'
(require '[clojure.core.async :refer [<!! close! timeout]])

(defn since [begun] (/ (- (System/nanoTime) begun) 1e6))

(defn wait [channel]
  (let [begun (System/nanoTime)]
    (<!! channel)
    (since begun)))

(defn median [times] (nth (sort times) (quot (count times) 2)))

(defn show [what number] (println what (format "%.2f" number)))

(show "alone" (median (repeatedly 50 #(wait (timeout 1)))))
(show "beside-5" (median (repeatedly 50 #(do (timeout 5) (wait (timeout 1))))))
(show "beside-10" (median (repeatedly 50 #(do (timeout 10) (wait (timeout 1))))))
(println "identical" (let [later (timeout 2000)] (identical? later (timeout 1995))))
(let [strangers (timeout 308)
      mine (timeout 300)]
  (close! strangers)
  (show "closed-by-another" (wait mine)))
(shutdown-agents)
(System/exit 0)
CLOJURE
echo "milliseconds of (timeout 1), and of 300 when another closes:"
"$home/bin/java" -XX:+UseSerialGC -Duser.language=en -cp '*' clojure.main waits.clj 2>/dev/null | tee seen
awk '{ n[$1] = $2 } END { exit !(n["alone"] < n["beside-10"] && n["beside-5"] >= 4 && n["beside-10"] >= 9) }' seen ||
    { echo "CHANGED: a time-out is its own" >&2; exit 1; }
grep -q 'identical true' seen || { echo "CHANGED: each has a channel of its own" >&2; exit 1; }
awk '/closed/ { exit !($2 < 200) }' seen || { echo "CHANGED: a stranger does not end it" >&2; exit 1; }
echo "as seen: a neighbour's"
