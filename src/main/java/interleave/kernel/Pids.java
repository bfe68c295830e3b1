package interleave.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The number of threads that the cgroups of this process may have: {@code pids.max} and {@code pids.current} of every
 * level, of version 1 and 2. A limit anywhere above limits us too, so the one with the least room counts. One thread.
 */
public final class Pids {
    /**
     * A level with a limit.
     *
     * @param file the file that holds the limit: what a person must write to
     */
    public record Level(Path file, long current, long limit) {
        public long room() {
            return Math.max(0, limit - current);
        }
    }

    private record Pair(Path file, ProcFile limit, ProcFile current) {}

    private final Path proc;
    private final Path sys;
    private Optional<List<Pair>> files = Optional.empty();

    public Pids(Path proc, Path sys) {
        this.proc = proc;
        this.sys = sys;
    }

    /** The levels that have a limit, our own first. */
    public List<Level> read() throws IOException {
        if (files.isEmpty()) files = Optional.of(open());
        List<Level> levels = new ArrayList<>();
        for (Pair level : files.get()) {
            OptionalLong limit = limit(level.limit.read());
            if (limit.isPresent())
                levels.add(new Level(level.file, level.current.read().number(), limit.getAsLong()));
        }
        return levels;
    }

    /** The level with the least room; empty where none has a limit. */
    public static Optional<Level> tightest(List<Level> levels) {
        Optional<Level> tightest = Optional.empty();
        for (Level level : levels)
            if (tightest.isEmpty() || level.room() < tightest.get().room()) tightest = Optional.of(level);
        return tightest;
    }

    private List<Pair> open() throws IOException {
        Cgroup cgroup = Cgroup.find("pids", proc, sys)
                .orElseThrow(() -> Unreadable.missing("this process is in no pids cgroup"));
        List<Pair> open = new ArrayList<>();
        for (Path folder : cgroup.folders()) {
            Path limit = folder.resolve("pids.max");
            if (Files.exists(limit))
                open.add(new Pair(limit, new ProcFile(limit), new ProcFile(folder.resolve("pids.current"))));
        }
        return open;
    }

    private static OptionalLong limit(Cursor text) throws IOException {
        return text.skip("max") ? OptionalLong.empty() : OptionalLong.of(text.number());
    }
}
