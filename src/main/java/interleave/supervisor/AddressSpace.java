package interleave.supervisor;

import interleave.kernel.MemoryLimits;
import java.util.List;
import java.util.Optional;

/**
 * The check that a child's JVM finds room under {@code ulimit -v}. Where it does not, it crashes at its start or in the
 * middle, with thirty lines of its own.
 */
final class AddressSpace {
    /**
     * Beside its heap: classes (1 GiB is set aside), code, threads' stacks, arenas of malloc. 2,200,000 KiB were
     * enough.
     */
    private static final long BESIDES_KIB = 2_300_000;

    /**
     * Without a heap that was asked for, HotSpot takes up to half of what there is: 4,000,000 KiB failed, 4,500,000 did
     * not.
     */
    private static final long WITHOUT_HEAP_KIB = 4_600_000;

    private static final String HEAP = "-Xmx";

    private AddressSpace() {}

    /** Why not, and what helps. */
    static Optional<String> tooLittle(List<String> command, Optional<MemoryLimits.Limit> limit) {
        long needed = command.stream()
                .filter(word -> word.matches("-Xmx\\d{1,15}"))
                .mapToLong(word -> BESIDES_KIB + Long.parseLong(word.substring(HEAP.length())) / 1024)
                .reduce(WITHOUT_HEAP_KIB, (before, last) -> last);
        return limit.filter(found -> found.bytes() / 1024 < needed)
                .map(found -> found.words() + ", and this JVM takes " + needed + " KiB: raise it, or lower --heap");
    }
}
