package interleave.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The threads, sockets and files that were not there before. */
final class Leftovers {
    /**
     * The JVM's and Netty's own, which serve all runs: the common pool, what carries virtual threads, what wakes them.
     */
    private static final Pattern OF_THE_JVM = Pattern.compile(
            "ForkJoinPool.*|.*Poller.*|globalEventExecutor.*|VirtualThread-.*|Common-Cleaner|process reaper.*"
                    + "|CompletableFutureDelayScheduler|junit-.*|surefire-.*|Attach Listener|.*Compiler.*");

    private static final Pattern CLASSES = Pattern.compile(".*\\.(jar|so|class)|.*/lib/modules|/dev/.*|/proc/.*");

    private final Set<Thread> threads = Thread.getAllStackTraces().keySet();
    private final long sockets = count("socket:");
    private final Set<String> files = files();

    /** Empty if there is nothing. */
    List<String> now() {
        List<String> left = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet())
            if (!threads.contains(thread)
                    && !OF_THE_JVM.matcher(thread.getName()).matches()) left.add("thread " + thread.getName());
        long more = count("socket:") - sockets;
        if (more > 0) left.add(more + " sockets");
        for (String file : files()) if (!files.contains(file)) left.add("file " + file);
        return left;
    }

    private static Set<String> files() {
        return open().filter(
                        file -> file.startsWith("/") && !CLASSES.matcher(file).matches())
                .collect(Collectors.toSet());
    }

    private static long count(String kind) {
        return open().filter(file -> file.startsWith(kind)).count();
    }

    private static Stream<String> open() {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.flatMap(Leftovers::target).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> target(Path file) {
        try {
            return Stream.of(Files.readSymbolicLink(file).toString());
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
