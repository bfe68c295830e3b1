#!/bin/sh
# Logback's AsyncAppender drops lines of INFO and below when its queue is four fifths full, without a word: of a
# thousand that are logged in a row to an appender of a millisecond each, 231 are written. WARN lines make the caller
# wait, and are all there.
#
# Guess: a full queue holds the caller up, or drops and says how many; the level of a line has nothing to do with it.
# Seen (logback 1.5.21, JDK 25.0.3), 1,000 lines each: INFO 231 written, logged within 18 ms; WARN 1,000, within 804 ms.
#   With discardingThreshold 0 all INFO lines are written, too. The queue has room for 256.
# So: where a log is counted (requests, errors that are logged as INFO), what is missing is missing at the busiest
#   moment; and a program with more WARN lines is slower. Interleave counts what it drops.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for jar in ch/qos/logback/logback-classic/1.5.21/logback-classic-1.5.21.jar ch/qos/logback/logback-core/1.5.21/logback-core-1.5.21.jar \
    org/slf4j/slf4j-api/2.0.17/slf4j-api-2.0.17.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >Lines.java <<'JAVA'
import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.slf4j.LoggerFactory;

/** Of a thousand lines that are logged in a row, those that a slow appender behind an asynchronous one has written, and how long logging took. */
public class Lines {
    private static void show(String name, boolean warn, boolean keepAll) throws InterruptedException {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var written = new AtomicInteger();
        var slow = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                try {
                    Thread.sleep(1);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                written.incrementAndGet();
            }
        };
        slow.setContext(context);
        slow.start();
        var async = new AsyncAppender();
        async.setContext(context);
        async.addAppender(slow);
        if (keepAll) async.setDiscardingThreshold(0);
        async.start();
        var log = context.getLogger(name);
        log.setAdditive(false);
        log.addAppender(async);
        IntConsumer line = warn ? i -> log.warn("line {}", i) : i -> log.info("line {}", i);
        long begin = System.nanoTime();
        for (int i = 0; i < 1_000; i++) line.accept(i);
        long took = (System.nanoTime() - begin) / 1_000_000;
        Thread.sleep(3_000);
        System.out.println(name + " " + written + " " + took);
    }

    public static void main(String[] unused) throws InterruptedException {
        show("INFO", false, false);
        show("WARN", true, false);
        show("INFO,discardingThreshold=0", false, true);
        System.exit(0);
    }
}
JAVA
"$home/bin/javac" -cp '*' Lines.java
echo "level, lines written of 1,000, milliseconds of logging:"
"$home/bin/java" -cp '*:.' Lines 2>/dev/null | grep -E '^(INFO|WARN)' | tee seen
awk '{ n[$1] = $2 } END { exit !(n["INFO"] < 700 && n["WARN"] == 1000 && n["INFO,discardingThreshold=0"] == 1000) }' seen ||
    { echo "CHANGED: INFO lines are kept, or WARN lines are not" >&2; exit 1; }
echo "as seen: INFO lines are dropped, and nothing says so"
