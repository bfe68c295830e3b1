package interleave.tasks.file;

import interleave.kernel.PageCache;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

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
}
