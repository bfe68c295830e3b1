package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers of one read of {@code /proc/stat} (proc_stat(5)).
 *
 * @param columns how many columns the CPU lines have: 7 before Linux 2.6.11, which does not know of steal
 * @param cpus by the kernel's CPU number; a CPU that is offline has no line
 * @param counters the first number of each of the lines in {@link #COUNTERS}
 */
public record KernelStat(int columns, SortedMap<Integer, CpuTicks> cpus, Map<String, Long> counters) {
    private static final String[] COUNTERS = {"intr", "ctxt", "processes", "procs_running", "procs_blocked"};
    private static final int MOST_COLUMNS = 8;

    /** Keeps the file open, and reads it anew each time. One thread. */
    public static final class Reader {
        private final ProcFile file;

        public Reader(Path proc) {
            file = new ProcFile(proc.resolve("stat"));
        }

        public KernelStat read() throws IOException {
            return parse(file.read());
        }
    }

    static KernelStat parse(Cursor text) throws IOException {
        SortedMap<Integer, CpuTicks> cpus = new TreeMap<>();
        Map<String, Long> counters = HashMap.newHashMap(COUNTERS.length);
        int columns = MOST_COLUMNS;
        for (; !text.atEnd(); text.nextLine()) {
            if (!text.skip("cpu")) {
                counter(text, counters);
            } else if (text.atDigit()) {
                int id = (int) text.number();
                long[] row = new long[MOST_COLUMNS];
                columns = Math.min(columns, row(text, row));
                cpus.put(id, CpuTicks.of(row));
            }
        }
        if (cpus.isEmpty()) throw text.malformed("it has no line of a CPU");
        return new KernelStat(columns, cpus, counters);
    }

    public OptionalLong counter(String name) {
        Long value = counters.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public boolean knowsSteal() {
        return columns == MOST_COLUMNS;
    }

    private static int row(Cursor text, long[] row) throws IOException {
        int columns = 0;
        while (columns < row.length && text.moreNumbers()) row[columns++] = text.number();
        if (columns < MOST_COLUMNS - 1) throw text.malformed("a CPU's line has " + columns + " columns");
        return columns;
    }

    private static void counter(Cursor text, Map<String, Long> counters) throws IOException {
        for (String name : COUNTERS) {
            if (!text.skip(name)) continue;
            counters.put(name, text.number());
            return;
        }
    }
}
