#!/bin/sh
# String.format with a whole number asks the locale for its digit zero: for Locale.US and Locale.ROOT as well, whose zero
# everybody knows, a JVM loads some 360 classes more. For no locale at all, which is null, it loads none.
#
# Guess: the JDK takes a short way for Locale.US, whose digits are those of ASCII; and Locale.ROOT is as good as no locale.
# Seen (JDK 25.0.3, hello world with one format): 424 classes for "%s" of US; for "%d" 784 of US, 783 of ROOT, 420 of null.
#   CPU time of the whole JVM, median of 9 in turns: 29 ms for "%s" of US; for "%d" 52 of US, 52 of ROOT, 29 of null.
# So: no format of numbers on Interleave's way to its first picture and its first sample; Lanterna, whose colours are formatted
#   numbers, gets ready on a thread of its own. To set user.language and user.country of its JVM was tried and is of no use.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >One.java <<'JAVA'
import java.util.Locale;

/** One format, for a locale. */
public class One {
    public static void main(String[] args) {
        System.out.println(
                switch (args[0]) {
                    case "text-US" -> String.format(Locale.US, "%s", 7);
                    case "US" -> String.format(Locale.US, "%d", 7);
                    case "ROOT" -> String.format(Locale.ROOT, "%d", 7);
                    default -> String.format((Locale) null, "%d", 7);
                });
    }
}
JAVA
"$home/bin/javac" One.java
for locale in text-US US ROOT null; do
    said=$("$home/bin/java" -Xlog:class+load:file="loaded.$locale" -cp . One $locale)
    [ "$said" = 7 ] || { echo "CHANGED: $locale says $said" >&2; exit 1; }
    echo "$locale: $(wc -l <"loaded.$locale") classes, $(grep -c 'sun\.text\.resources' "loaded.$locale" || true) of them bundles of locale data"
done
for locale in US ROOT; do
    grep -q 'sun\.text\.resources' "loaded.$locale" || { echo "CHANGED: $locale loads no locale data" >&2; exit 1; }
done
for locale in text-US null; do
    grep -q 'sun\.text\.resources' "loaded.$locale" && { echo "CHANGED: $locale loads locale data" >&2; exit 1; }
done
python3 - "$home/bin/java" <<'PYTHON'
import os, resource, statistics, subprocess, sys
ways = ['text-US', 'US', 'ROOT', 'null']
taken = {way: [] for way in ways}
for _ in range(9):
    for way in ways:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.argv[1], '-cp', '.', 'One', way], stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken[way].append((after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1e3)
print('CPU ms, median of 9:', ', '.join(f'{way} {statistics.median(taken[way]):.0f}' for way in ways))
PYTHON
echo "as seen: whole numbers ask every locale for its zero, and only no locale has none"
