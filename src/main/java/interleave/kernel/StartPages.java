package interleave.kernel;

import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pages of files that this process mapped while it started: the JVM's code, the runtime's classes and the AOT cache.
 * Each page that was touched brought 15 neighbours, most are never needed again, and all count as this process's memory
 * as long as it lives. They can be given back: what is needed again comes from the kernel's page cache, in a
 * microsecond.
 */
public final class StartPages {
    /** A stretch of addresses. */
    record Range(long from, long bytes) {}

    /** Mapped before {@code main}, and by nobody at the same time as they are given back. */
    private static final List<String> FILES = List.of("/libjvm.so", ".aot", "/modules");

    private static final long MADV_DONTNEED = 4;
    private static final int HEX = 16;

    private StartPages() {}

    /** Gives them back, where the kernel tells of them. It takes some milliseconds. */
    public static void giveBack(Path proc) {
        List<Range> all = unchanged(KernelText.orNothing(proc.resolve("self").resolve("smaps")));
        try {
            MethodHandle madvise = CFunction.named("madvise");
            for (Range range : all) {
                long ignored = (long) madvise.invokeExact(range.from, range.bytes, MADV_DONTNEED);
            }
        } catch (Throwable e) {
            // They stay, then.
        }
    }

    /**
     * The mappings of those files that nobody may write to, and of which no page differs from the file, be it in memory
     * or swapped out: what the linker put in would be lost.
     *
     * @param smaps the text of {@code /proc/PID/smaps} (proc_pid_smaps(5))
     */
    static List<Range> unchanged(String smaps) {
        List<Range> found = new ArrayList<>();
        Optional<Range> last = Optional.empty();
        boolean changed = true;
        for (int at = 0; at < smaps.length(); ) {
            int end = smaps.indexOf('\n', at);
            if (end < 0) end = smaps.length();
            // A mapping's first line begins with its address, others with a capital letter.
            if (Character.isUpperCase(smaps.charAt(at))) {
                String line = smaps.substring(at, end);
                boolean none = line.endsWith(" 0 kB");
                if (line.startsWith("Anonymous:")) changed = !none;
                else if (line.startsWith("Swap:") && none && !changed) last.ifPresent(found::add);
            } else {
                last = ofOurFiles(smaps.substring(at, end));
                changed = true;
            }
            at = end + 1;
        }
        return found;
    }

    /** Empty for other files, and for what may be written to. */
    private static Optional<Range> ofOurFiles(String head) {
        int dash = head.indexOf('-');
        int blank = head.indexOf(' ');
        if (dash < 0 || dash > blank || head.startsWith("w", blank + 2)) return Optional.empty();
        for (String file : FILES) if (head.endsWith(file)) return Optional.of(range(head, dash, blank));
        return Optional.empty();
    }

    private static Range range(String head, int dash, int blank) {
        long from = Long.parseUnsignedLong(head, 0, dash, HEX);
        return new Range(from, Long.parseUnsignedLong(head, dash + 1, blank, HEX) - from);
    }
}
