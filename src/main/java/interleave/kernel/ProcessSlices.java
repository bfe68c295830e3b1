package interleave.kernel;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The number of times that the living threads of a process were put on a CPU, and how long they waited for that: the
 * third and the second number of each one's {@code schedstat}, those of ended threads left out. Some ten microseconds a
 * thread. One thread.
 */
public final class ProcessSlices {
    /**
     * @param slices which are its threads' switches
     * @param waitedNanos in which they could have run, and had no CPU
     * @param threads how many were summed up
     */
    public record Sum(long slices, long waitedNanos, int threads) {}

    private static final int LONGEST = 128;

    private final Path proc;
    private final byte[] buffer = new byte[LONGEST];

    public ProcessSlices(Path proc) {
        this.proc = proc;
    }

    /** All processes that this user may see, the kernel's own threads among them; none where they cannot be listed. */
    public List<Integer> pids() {
        try {
            return listed();
        } catch (Unreadable e) {
            return new ArrayList<>();
        }
    }

    /**
     * The same.
     *
     * @throws Unreadable if they cannot be listed
     */
    public List<Integer> listed() throws Unreadable {
        List<Integer> pids = new ArrayList<>();
        String[] names = proc.toFile().list();
        if (names == null) throw FileCalls.notOpened(proc.toString());
        for (String name : names) if (isNumber(name)) pids.add(Integer.valueOf(name));
        return pids;
    }

    /** True of a folder of a process or a thread. */
    static boolean isNumber(String name) {
        if (name.isEmpty() || name.length() > 9) return false;
        for (int i = 0; i < name.length(); i++) if (name.charAt(i) < '0' || name.charAt(i) > '9') return false;
        return true;
    }

    /** Empty where the process is gone, may not be looked at, or has more threads than that. */
    public Optional<Sum> of(int pid, int mostThreads) {
        Path tasks = proc.resolve(String.valueOf(pid)).resolve("task");
        String[] threads = tasks.toFile().list();
        if (threads == null || threads.length > mostThreads) return Optional.empty();
        SchedStat sum = SchedStat.NOTHING;
        for (String thread : threads)
            sum = sum.plus(use(tasks.resolve(thread).resolve("schedstat").toString()));
        return Optional.of(new Sum(sum.slices(), sum.waitedNanos(), threads.length));
    }

    /** Nothing of a thread that has just ended. */
    private SchedStat use(String file) {
        try (FileInputStream in = new FileInputStream(file)) {
            return SchedStat.parse(new Cursor(file, buffer, Math.max(0, in.read(buffer))));
        } catch (IOException e) {
            return SchedStat.NOTHING;
        }
    }

    /** As the kernel cut it; empty if it is gone. */
    public String name(int pid) {
        return KernelText.orNothing(proc.resolve(String.valueOf(pid)).resolve("comm"))
                .strip();
    }
}
