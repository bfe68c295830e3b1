package interleave.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the system allows this process; what cannot be read limits nothing.
 *
 * @param files open at once: the soft limit, which HotSpot raises to the hard one at its start
 * @param threads each of the limits on threads
 * @param maps memory mappings
 */
public record Allowed(long files, List<OfThreads> threads, long maps) {
    private static final long UNLIMITED = Long.MAX_VALUE;
    private static final int ROOT = 0;
    private static final int LONGEST = 8192;

    /**
     * A limit on threads.
     *
     * @param left how many more there may be
     * @param cure what helps
     */
    public record OfThreads(String name, long left, String cure) {}

    /** @param root where {@code proc} and {@code sys} are */
    public static Allowed read(Path root) {
        Path proc = root.resolve("proc");
        String limits = text(proc.resolve("self/limits"));
        long running = running(text(proc.resolve("loadavg")));
        List<OfThreads> threads = new ArrayList<>();
        // The kernel asks nothing of root.
        if (uid(text(proc.resolve("self/status"))) != ROOT)
            threads.add(new OfThreads("ulimit -u", soft(limits, "Max processes"), "raise ulimit -u"));
        threads.add(pids(root, text(proc.resolve("self/cgroup"))));
        threads.add(new OfThreads(
                "kernel.threads-max",
                less(number(text(proc.resolve("sys/kernel/threads-max"))), running),
                "raise that sysctl"));
        threads.add(new OfThreads(
                "kernel.pid_max",
                less(number(text(proc.resolve("sys/kernel/pid_max"))), running),
                "raise that sysctl"));
        return new Allowed(
                soft(limits, "Max open files"),
                List.copyOf(threads),
                number(text(proc.resolve("sys/vm/max_map_count"))));
    }

    /** Of the cgroup that this process is in: version 2 alone. */
    private static OfThreads pids(Path root, String cgroups) {
        String path = cgroups.lines()
                .filter(line -> line.startsWith("0::/"))
                .map(line -> line.substring("0::/".length()))
                .findFirst()
                .orElse("");
        Path folder = root.resolve("sys/fs/cgroup").resolve(path);
        long most = number(text(folder.resolve("pids.max")));
        long now = number(text(folder.resolve("pids.current")));
        return new OfThreads(
                "pids.max of the cgroup", less(most, now == UNLIMITED ? 0 : now), "raise it, as with TasksMax=");
    }

    private static long less(long most, long used) {
        return most == UNLIMITED ? UNLIMITED : Math.max(0, most - used);
    }

    /** The second number of a line as {@code Max open files   1024   4096   files}. */
    private static long soft(String limits, String name) {
        return limits.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> number(line.substring(name.length()).strip().split("\\s+")[0]))
                .findFirst()
                .orElse(UNLIMITED);
    }

    private static long uid(String status) {
        return status.lines()
                .filter(line -> line.startsWith("Uid:"))
                .map(line -> number(line.substring("Uid:".length()).strip().split("\\s+")[1]))
                .findFirst()
                .orElse((long) ROOT);
    }

    /** All threads of the machine: the number behind the slash. */
    private static long running(String loadavg) {
        int slash = loadavg.indexOf('/');
        if (slash < 0) return 0;
        return number(loadavg.substring(slash + 1).split(" ")[0]);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return UNLIMITED;
        }
    }

    /** In one read: the second read of a sysctl's file finds it at its end, however little the first one took. */
    private static String text(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
            int length = channel.read(bytes);
            return new String(bytes.array(), 0, Math.max(0, length), US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }
}
