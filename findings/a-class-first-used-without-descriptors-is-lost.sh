#!/bin/sh
# A JVM that has no free file descriptor for a moment loses parts of the JDK for as long as it lives: LocalTime.now(), UUID.randomUUID(),
# Selector.open(), new Socket(), ThreadMXBean. What is used for the first time in that moment never works again.
#
# Guess: an exception while there is none, and when connections have been closed the next call works.
# Seen (JDK 25.0.3), first call without a free descriptor and second call with 390: LocalTime java.lang.Error, then NoClassDefFoundError; UUID,
#   Selector, Socket and ThreadMXBean UnsatisfiedLinkError, then NoClassDefFoundError. What had been called once before fails not at all (LocalTime,
#   UUID, ThreadMXBean) or works again (Selector, Socket). Classes open a file or a library as they begin, and a class begins once.
# So: a service that ran into its limit of connections at night has a clock or a monitoring that fails in the morning, with nothing to
#   be seen in its number of descriptors; only a restart helps. None of these errors is an Exception, so "catch (Exception e)" lets them
#   through. Interleave asks for the time of day in its first second, with descriptors to spare.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Lost.java <<'JAVA'
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Selector;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Calls what is named without a free descriptor, and again with many; prints what came of both. */
public class Lost {
    private static String outcome(Callable<?> call) {
        try {
            call.call();
            return "works";
        } catch (Throwable e) {
            return e.getClass().getName();
        }
    }

    private static Object connected() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            return client.getPort();
        }
    }

    private static Object selected() throws IOException {
        try (var selector = Selector.open()) {
            return selector.selectNow();
        }
    }

    public static void main(String[] arguments) throws IOException {
        Callable<?> call = switch (arguments[0]) {
            case "LocalTime" -> LocalTime::now;
            case "UUID" -> UUID::randomUUID;
            case "Selector" -> Lost::selected;
            case "Socket" -> Lost::connected;
            default -> () -> ManagementFactory.getThreadMXBean().getThreadCount();
        };
        String before = arguments[1].equals("known") ? outcome(call) : "-";
        var held = new ArrayList<FileInputStream>(1 << 16);
        try {
            for (;;) held.add(new FileInputStream("/dev/null"));
        } catch (IOException e) {
            // None is left.
        }
        String without = outcome(call);
        for (FileInputStream stream : held) stream.close();
        System.out.println(arguments[0] + " " + before + " " + without + " " + outcome(call));
    }
}
JAVA
"$home/bin/javac" Lost.java
ulimit -n 400
echo "what, call before, without a descriptor, with 390:"
for what in LocalTime UUID Selector Socket ThreadMXBean; do
    for known in new known; do "$home/bin/java" -XX:+UseSerialGC -Xlog:disable Lost $what $known; done
done | tee seen
awk '$2 == "-" && ($3 == "works" || $4 != "java.lang.NoClassDefFoundError") { exit 1 }' seen ||
    { echo "CHANGED: a class works when descriptors are free again" >&2; exit 1; }
awk '$2 != "-" && ($2 != "works" || $4 != "works") { exit 1 }' seen || { echo "CHANGED: known classes are lost as well" >&2; exit 1; }
[ "$(wc -l <seen)" = 10 ] || { echo "CHANGED: it does not run" >&2; exit 1; }
echo "as seen: what is first used without descriptors is lost"
