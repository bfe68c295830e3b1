package interleave.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Sets of CPUs as people and the kernel write them: {@code 0,1} or {@code 0-3,8}. */
public final class Cpus {
    private static final Pattern PART = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");
    private static final String ALLOWED = "Cpus_allowed_list:";

    private Cpus() {}

    /** Each once, in order; empty for what is no such list. */
    public static Optional<List<Integer>> parse(String text) {
        TreeSet<Integer> cpus = new TreeSet<>();
        for (String part : text.strip().split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) return Optional.empty();
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (last < first) return Optional.empty();
            for (int cpu = first; cpu <= last; cpu++) cpus.add(cpu);
        }
        return Optional.of(new ArrayList<>(cpus));
    }

    /** As short as it can be written: {@code 0-3,8}. */
    public static String text(List<Integer> ascending) {
        StringJoiner text = new StringJoiner(",");
        for (int from = 0, next; from < ascending.size(); from = next) {
            next = from + 1;
            while (next < ascending.size() && ascending.get(next) == ascending.get(next - 1) + 1) next++;
            int first = ascending.get(from);
            int last = ascending.get(next - 1);
            text.add(first == last ? String.valueOf(first) : first + "-" + last);
        }
        return text.toString();
    }

    /** The CPUs that this process may use. */
    public static List<Integer> usable() {
        return KernelText.field(KernelText.orNothing(Path.of("/proc/self/status")), ALLOWED)
                .flatMap(Cpus::parse)
                .orElseGet(Cpus::assumed);
    }

    /** Without {@code /proc}: as many as the JVM sees. */
    private static List<Integer> assumed() {
        return IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .boxed()
                .toList();
    }
}
