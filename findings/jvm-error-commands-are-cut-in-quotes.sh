#!/bin/sh
# -XX:OnOutOfMemoryError (and OnError): the JVM cuts the value at each semicolon before a shell sees it, inside quotes too.
#
# Guess: a command goes to sh -c as it stands, so a quoted semicolon is part of the text.
# Seen (JDK 25.0.3): 'printf "one; two"' runs as two commands, each with half a quotation: "Unterminated quoted string"
#   twice, nothing printed, and the JVM goes on as if all had been well. A line feed in place of the semicolon works.
# So: the command that gives the terminal back after a crash of the monitor has no semicolon, but "&&" and line feeds.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >Fill.java <<'JAVA'
/** Asks for one array that is larger than the heap may be, and says so. */
public class Fill {
    public static void main(String[] args) {
        try {
            System.out.println(new long[1 << 25].length);
        } catch (OutOfMemoryError full) {
            System.out.println("raised");
        }
    }
}
JAVA
"$home/bin/javac" Fill.java
run() { "$home/bin/java" -Xmx16m -XX:OnOutOfMemoryError="$1" -cp . Fill 2>&1; }
semicolon=$(run 'printf "one; two" >said-1')
feed=$(run 'printf "one" >said-2
printf ", two" >>said-2')
echo "$semicolon" | grep 'Syntax error' || true
echo "quoted semicolon: '$(cat said-1 2>/dev/null)'; line feed: '$(cat said-2 2>/dev/null)'"
case $semicolon$feed in
*raised*raised*) ;;
*) echo "CHANGED: the error is not raised" >&2 && exit 1 ;;
esac
[ "$(cat said-2 2>/dev/null)" = 'one, two' ] || { echo "CHANGED: a line feed does not part two commands" >&2; exit 1; }
if [ "$(cat said-1 2>/dev/null)" = 'one; two' ]; then
    echo "CHANGED: a quoted semicolon is kept" >&2
    exit 1
fi
echo "as seen: cut at the semicolon"
