#!/bin/sh
# Commons Math's Mann-Whitney test: three runs, each faster than each of three others, are "significant" with p = 0.0495. Six runs
# fall apart in this way by chance in one case of ten: p is 0.1, and no result of three against three can be below that.
#
# Guess: a test of ranks has one p; libraries differ in the third digit.
# Seen (commons-math3 3.6.1, hipparchus-stat 4.0.3, commons-statistics-inference 1.2, JDK 25.0.3), p of the first, the second and
#   by counting all arrangements: 3 against 3, apart, 0.0495, 0.1, 0.1; 5 against 5 0.0090, 0.0079, 0.0079; 10 against 10 0.00016,
#   0.000011, 0.000011; five of 20 ms against 20, 21, 21, 21, 21 0.037, 0.020, 0.048. Commons Math always takes the normal curve, and
#   knows nothing of ties; the others leave counting where two values are equal. The third is as the second without ties.
# So: a benchmark with three runs each is told to have found something at 5 %, by arithmetic that is made for large numbers; with
#   times in whole milliseconds every library errs. Interleave says how large a difference is, with an interval, and how many runs
#   it takes for one.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apache=org/apache/commons
for jar in $apache/commons-math3/3.6.1/commons-math3-3.6.1.jar org/hipparchus/hipparchus-core/4.0.3/hipparchus-core-4.0.3.jar \
    org/hipparchus/hipparchus-stat/4.0.3/hipparchus-stat-4.0.3.jar; do
    curl -sSfLO "https://repo1.maven.org/maven2/$jar"
done
cat >Ranks.java <<'JAVA'
import java.util.Arrays;
import java.util.Locale;

/** The two-sided p of the same two samples by two libraries, and by counting all ways to divide the values. */
public class Ranks {
    /** How far the rank sum of those in the set is from the middle, doubled to stay whole: a tie counts half. */
    private static long distance(double[] all, int set, int size) {
        long wins = 0;
        for (int i = 0; i < all.length; i++)
            for (int k = 0; k < all.length; k++)
                if ((set >> i & 1) == 1 && (set >> k & 1) == 0) wins += 1 + (long) Math.signum(all[i] - all[k]);
        return Math.abs(wins - (long) size * (all.length - size));
    }

    private static double counted(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        long seen = distance(all, (1 << a.length) - 1, a.length);
        long ways = 0;
        long extreme = 0;
        for (int set = 0; set < 1 << all.length; set++) {
            if (Integer.bitCount(set) != a.length) continue;
            ways++;
            if (distance(all, set, a.length) >= seen) extreme++;
        }
        return extreme / (double) ways;
    }

    private static void show(String what, double[] a, double[] b) {
        System.out.printf(
                Locale.ROOT, "%s %.6f %.6f %.6f%n", what,
                new org.apache.commons.math3.stat.inference.MannWhitneyUTest().mannWhitneyUTest(a, b),
                new org.hipparchus.stat.inference.MannWhitneyUTest().mannWhitneyUTest(a, b), counted(a, b));
    }

    public static void main(String[] unused) {
        for (int n : new int[] {3, 5, 10}) {
            var a = new double[n];
            var b = new double[n];
            for (int i = 0; i < n; i++) {
                a[i] = i;
                b[i] = n + i;
            }
            show("apart-" + n, a, b);
        }
        show("ties-5", new double[] {20, 20, 20, 20, 20}, new double[] {20, 21, 21, 21, 21});
    }
}
JAVA
echo "samples, p by Commons Math, by Hipparchus, by counting:"
"$home/bin/java" -cp '*' Ranks.java | tee seen
awk '$1 == "apart-3" { exit !($2 < 0.05 && $3 > 0.099 && $4 > 0.099) }' seen || { echo "CHANGED: three against three" >&2; exit 1; }
awk '$1 == "apart-10" { exit !($2 > 10 * $4 && $3 < 1.1 * $4) }' seen || { echo "CHANGED: ten against ten" >&2; exit 1; }
awk '$1 == "ties-5" { exit !($2 < 0.9 * $4 && $3 < 0.5 * $4) }' seen || { echo "CHANGED: ties" >&2; exit 1; }
echo "as seen: a normal curve for six runs"
