package interleave.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of a process in {@code /proc}, read by code that shares nothing with the program's. */
record Kernel(long nanos, Map<Path, Long> switchesOfThreads, long cpuTicks) {
    /** USER_HZ, the unit of the times in {@code /proc/PID/stat}: 100 on every Linux. */
    static final int TICKS_PER_SECOND = 100;

    static Kernel of(long pid) throws IOException {
        Path process = Path.of("/proc/" + pid);
        List<Path> threads;
        try (var tasks = Files.list(process.resolve("task"))) {
            threads = tasks.toList();
        }
        Map<Path, Long> switches = new HashMap<>();
        for (Path thread : threads) switches.put(thread, switches(thread));
        String stat = Files.readString(process.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new Kernel(System.nanoTime(), switches, Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    }

    private static long switches(Path thread) {
        try {
            return Files.readAllLines(thread.resolve("status")).stream()
                    .filter(line -> line.contains("ctxt_switches"))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    int threads() {
        return switchesOfThreads.size();
    }

    /** Of the threads that live now: what ended ones did is gone from {@code /proc}, and must not be subtracted. */
    long switchesSince(Kernel before) {
        long switches = 0;
        for (var thread : switchesOfThreads.entrySet())
            switches += Math.max(0, thread.getValue() - before.switchesOfThreads.getOrDefault(thread.getKey(), 0L));
        return switches;
    }
}
