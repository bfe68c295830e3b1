package interleave.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words of {@code --jvm-options} as the program {@code java} takes them: the first that is no option, nor the value
 * of one, would be the class that it runs in the place of ours. Pure.
 */
final class JvmWords {
    /** Those that take the next word as their value (java(1)). */
    private static final Set<String> WITH_A_VALUE = Set.of(
            "--add-exports",
            "--add-modules",
            "--add-opens",
            "--add-reads",
            "--enable-native-access",
            "--limit-modules",
            "--module-path",
            "-p",
            "--patch-module",
            "--upgrade-module-path",
            "--class-path",
            "-classpath",
            "-cp");

    /** Those with which it prints something and ends, or runs another program. */
    private static final Set<String> OTHER_THAN_A_RUN = Set.of(
            "-?",
            "-h",
            "-help",
            "--help",
            "-X",
            "--help-extra",
            "-version",
            "--version",
            "-fullversion",
            "--full-version",
            "-Xinternalversion",
            "--list-modules",
            "-d",
            "--describe-module",
            "--validate-modules",
            "--dry-run",
            "-jar",
            "-m",
            "--module",
            "--source");

    private JvmWords() {}

    /** Why no run can begin with them, after the word that is in the way; empty if nothing speaks against them. */
    static Optional<String> whyNot(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (WITH_A_VALUE.contains(word)) {
                if (++i == words.size()) return Optional.of(word + " lacks its value, which stands behind it");
            } else if (OTHER_THAN_A_RUN.contains(name(word)))
                return Optional.of(word + " has the JVM do something else than a run");
            else if (!word.startsWith("-") && !word.startsWith("@"))
                return Optional.of(word + " is no option of a JVM: these begin with -, as in -Xss256k");
        }
        return Optional.empty();
    }

    /** Without a value that stands in the same word, as in {@code --module=m}. */
    private static String name(String word) {
        int end = word.startsWith("--") ? word.indexOf('=') : -1;
        return end < 0 ? word : word.substring(0, end);
    }
}
