package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The processes of the machine, one by one, as whoever chooses among them wants to see them. One thread. */
public final class ProcessFiles {
    /** More of a command line than anybody reads in a row. */
    private static final int LONGEST = 240;

    private final Path proc;
    private final ProcessSlices slices;

    public ProcessFiles(Path proc) {
        this.proc = proc;
        slices = new ProcessSlices(proc);
    }

    /**
     * All that this user may see, the kernel's own threads among them.
     *
     * @throws Unreadable if they cannot be listed
     */
    public List<Integer> pids() throws Unreadable {
        return slices.listed();
    }

    /**
     * A process with all its threads; empty if it has just ended.
     *
     * @throws Unreadable if this user may not look at it
     */
    public Optional<PidStat> stat(int pid) throws IOException {
        try {
            return Optional.of(
                    PidStat.parse(Cursor.of("stat", KernelText.of(folder(pid).resolve("stat")))));
        } catch (Unreadable e) {
            if (e.missing() || !folder(pid).toFile().exists()) return Optional.empty();
            throw e;
        }
    }

    /** Its command line, with blanks between its words; empty of those that have none. */
    public String command(int pid) {
        String words = KernelText.orNothing(folder(pid).resolve("cmdline"));
        String one = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return one.replace('\0', ' ').strip();
    }

    private Path folder(int pid) {
        return proc.resolve(String.valueOf(pid));
    }
}
