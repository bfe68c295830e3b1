package interleave.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Collections;
import java.util.List;

/** {@code sched_setaffinity}: the CPUs that the calling OS thread may use. */
public final class ThreadAffinity {
    private static final MethodHandle SET = CFunction.named("sched_setaffinity");

    private ThreadAffinity() {}

    /**
     * @param cpus by number, one at least
     * @return whether the kernel took them
     */
    public static boolean set(List<Integer> cpus) {
        int words = Collections.max(cpus) / Long.SIZE + 1;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate((long) words * Long.BYTES, Long.BYTES);
            for (int cpu : cpus) {
                long at = cpu / Long.SIZE;
                long before = mask.getAtIndex(ValueLayout.JAVA_LONG, at);
                mask.setAtIndex(ValueLayout.JAVA_LONG, at, before | 1L << cpu % Long.SIZE);
            }
            return (int) (long) SET.invokeExact(0L, mask.byteSize(), mask.address()) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("sched_setaffinity could not be called", e);
        }
    }
}
