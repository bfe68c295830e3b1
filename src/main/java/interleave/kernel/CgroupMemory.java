package interleave.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The memory that the cgroups of this process may take, and take: {@code memory.max} and {@code memory.current} of
 * version 2, {@code memory.limit_in_bytes} and {@code memory.usage_in_bytes} of version 1, of every level. One thread.
 */
public final class CgroupMemory {
    /** Version 1 writes no limit as the largest number of whole pages. */
    private static final long UNLIMITED = 1L << 60;

    /**
     * A level with a limit.
     *
     * @param file the file that holds the limit: what a person must write to
     * @param usedBytes the page cache included, of which the kernel drops what has room for nothing better
     */
    public record Level(Path file, long usedBytes, long limitBytes) {}

    private record Pair(Path file, ProcFile limit, ProcFile used) {}

    private final Path proc;
    private final Path sys;
    private Optional<List<Pair>> files = Optional.empty();

    public CgroupMemory(Path proc, Path sys) {
        this.proc = proc;
        this.sys = sys;
    }

    /** The level with the lowest limit; empty where none has one. */
    public Optional<Level> tightest() throws IOException {
        if (files.isEmpty()) files = Optional.of(open());
        Optional<Level> tightest = Optional.empty();
        for (Pair level : files.get()) {
            OptionalLong limit = limit(level.limit.read());
            if (limit.isEmpty()) continue;
            if (tightest.isPresent() && tightest.get().limitBytes <= limit.getAsLong()) continue;
            tightest = Optional.of(new Level(level.file, level.used.read().number(), limit.getAsLong()));
        }
        return tightest;
    }

    private List<Pair> open() throws IOException {
        Cgroup cgroup = Cgroup.find("memory", proc, sys)
                .orElseThrow(() -> Unreadable.missing("this process is in no memory cgroup"));
        boolean one = cgroup.version() == 1;
        List<Pair> open = new ArrayList<>();
        for (Path folder : cgroup.folders()) {
            Path limit = folder.resolve(one ? "memory.limit_in_bytes" : "memory.max");
            Path used = folder.resolve(one ? "memory.usage_in_bytes" : "memory.current");
            if (Files.exists(limit)) open.add(new Pair(limit, new ProcFile(limit), new ProcFile(used)));
        }
        return open;
    }

    private static OptionalLong limit(Cursor text) throws IOException {
        if (text.skip("max")) return OptionalLong.empty();
        long bytes = text.number();
        return bytes >= UNLIMITED ? OptionalLong.empty() : OptionalLong.of(bytes);
    }
}
