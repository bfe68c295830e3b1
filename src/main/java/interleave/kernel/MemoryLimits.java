package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Everything that limits how much memory this process may take. What cannot be read limits nothing. */
public final class MemoryLimits {
    /**
     * One limit.
     *
     * @param name what it is called where it is set
     * @param size as it is written there, with its unit
     */
    public record Limit(String name, long bytes, String size) {
        public String words() {
            return name + " is " + size;
        }
    }

    private static final long KIB = 1024;
    private static final long MIB = 1024 * 1024;

    private MemoryLimits() {}

    /** The limit of {@code ulimit -v}: on all mappings of one process, those that nobody ever touches included. */
    public static Optional<Limit> addressSpace(Path proc) {
        return ulimit(proc, ResourceLimits.ADDRESS_SPACE, "ulimit -v");
    }

    /** All that may keep a JVM from memory: addresses, private writable mappings, and the cgroups' memory. */
    public static List<Limit> read(Path proc, Path sys) {
        List<Limit> limits = new ArrayList<>();
        addressSpace(proc).ifPresent(limits::add);
        ulimit(proc, ResourceLimits.DATA_SIZE, "ulimit -d").ifPresent(limits::add);
        cgroup(proc, sys).ifPresent(limits::add);
        return List.copyOf(limits);
    }

    /** The lowest limit of our cgroup and those above. */
    public static Optional<Limit> cgroup(Path proc, Path sys) {
        try {
            return new CgroupMemory(proc, sys)
                    .tightest()
                    .map(level ->
                            new Limit(level.file().toString(), level.limitBytes(), level.limitBytes() / MIB + " MiB"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Limit> ulimit(Path proc, String line, String name) {
        OptionalLong bytes = ResourceLimits.soft(KernelText.orNothing(proc.resolve("self/limits")), line);
        if (bytes.isEmpty()) return Optional.empty();
        return Optional.of(new Limit(name, bytes.getAsLong(), bytes.getAsLong() / KIB + " KiB"));
    }
}
