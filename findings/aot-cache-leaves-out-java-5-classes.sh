#!/bin/sh
# JDK 25's AOT cache has no class whose file version is below 50 (Java 5 and older): a library that is compiled for old Java,
# such as picocli 4.7.7, is read from its jar at each start. Training warns of each class; using the cache, nothing does.
#
# Guess: a cache holds what the training loaded, whatever compiler it came from.
# Seen (JDK 25.0.3, picocli 4.7.7): of picocli's classes 0 come from the cache and over 100 from the jar; our own class beside
#   them, of version 69, comes from the cache.
# So: Interleave's build raises the version of those classes before it trains ("interleave --version": 110 to 92 ms).
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
curl -sSfLO https://repo1.maven.org/maven2/info/picocli/picocli/4.7.7/picocli-4.7.7.jar
cat >Greet.java <<'JAVA'
import picocli.CommandLine;

/** A command with one option. */
@CommandLine.Command(name = "greet")
public class Greet implements Runnable {
    @CommandLine.Option(names = "--name")
    String name = "nobody";

    @Override
    public void run() {
        System.out.println(name);
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Greet()).execute(args));
    }
}
JAVA
"$home/bin/javac" -cp picocli-4.7.7.jar -proc:none Greet.java
"$home/bin/jar" --create --file greet.jar Greet.class
path=greet.jar:picocli-4.7.7.jar
"$home/bin/java" -XX:AOTCacheOutput=greet.aot -cp "$path" Greet --name me >training.log 2>&1
"$home/bin/java" -XX:AOTCache=greet.aot -XX:AOTMode=on -Xlog:class+load -cp "$path" Greet --name me >loaded
own=$(grep -c ' Greet source: shared objects file' loaded || true)
cached=$(grep ' picocli\.' loaded | grep -c 'shared objects file' || true)
jar=$(grep ' picocli\.' loaded | grep -c 'picocli-4.7.7.jar' || true)
echo "from the cache: Greet $own, picocli $cached; from its jar: picocli $jar; training mentions picocli: $(grep -c picocli training.log || true) times"
[ "$own" = 1 ] || { echo "CHANGED: the cache is not used" >&2; exit 1; }
[ "$cached" = 0 ] && [ "$jar" -gt 50 ] || { echo "CHANGED: old classes come from the cache" >&2; exit 1; }
echo "as seen: old classes are read from the jar"
