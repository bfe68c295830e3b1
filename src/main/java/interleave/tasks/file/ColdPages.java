package interleave.tasks.file;

import interleave.kernel.PageCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Has the kernel forget one page in so many before it is read, so that some ordinary reads wait for the disk, as in a
 * program whose data does not all fit into memory. Safe from any thread.
 */
final class ColdPages {
    static final int ONE_IN = 16;

    private final PageCache cache = new PageCache();
    private final AtomicLong forgotten = new AtomicLong();

    /** Before a block is read. */
    void before(long task, int descriptor, long position) {
        if (task % ONE_IN != 0) return;
        cache.forget(descriptor, position, Blocks.BYTES);
        forgotten.incrementAndGet();
    }

    Map<String, Double> extra() {
        return Map.of("cold_reads", forgotten.doubleValue());
    }

    /** The path of the first descriptor of this process by which a file is open; its name is the descriptor's number. */
    static Path descriptorOf(Path file) throws IOException {
        List<Path> descriptors;
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            descriptors = all.toList();
        }
        Path real = file.toRealPath();
        for (Path descriptor : descriptors) if (isOpen(descriptor, real)) return descriptor;
        throw new IOException("/proc/self/fd does not list " + file);
    }

    static int number(Path descriptor) {
        return Integer.parseInt(descriptor.getFileName().toString());
    }

    private static boolean isOpen(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException e) {
            return false; // It was closed meanwhile.
        }
    }
}
