package interleave.kernel;

import java.io.IOException;
import java.nio.file.Path;

/** {@code /proc/self/stat} of this process, kept open and read anew each time (proc_pid_stat(5)). One thread. */
public final class ProcessStat {
    /** USER_HZ is 100 on every architecture that a JDK 25 runs on. */
    private static final long NANOS_PER_TICK = 10_000_000;

    /** Counted from the state, which follows the name. */
    private static final int USER_TICKS = 11;

    private static final int SESSION = 3;

    private static final int NICE_AFTER_TICKS = 3;

    private final ProcFile file;

    public ProcessStat(Path proc) {
        file = new ProcFile(proc.resolve("self/stat"));
    }

    /** CPU time of all its threads, ended ones included, user and system, in steps of 10 ms. */
    long cpuNanos() throws IOException {
        Cursor text = behindTheName();
        text.skipWords(USER_TICKS);
        return (text.number() + text.number()) * NANOS_PER_TICK;
    }

    /** The nice value, which children begin with; 0 where there is no {@code /proc}. */
    public int niceness() {
        try {
            Cursor text = behindTheName();
            text.skipWords(USER_TICKS + 2 + NICE_AFTER_TICKS);
            return text.skip(" -") ? (int) -text.number() : (int) text.number();
        } catch (IOException e) {
            return 0;
        }
    }

    /** True if it began the session that it is in (setsid(2)). */
    boolean leadsSession() {
        try {
            Cursor text = file.read();
            long pid = text.number();
            text.untilLast(')');
            text.skipWords(SESSION);
            return text.number() == pid;
        } catch (IOException e) {
            return false;
        }
    }

    /** Behind the last parenthesis, because the name before it may hold anything. */
    private Cursor behindTheName() throws IOException {
        Cursor text = file.read();
        text.untilLast(')');
        return text;
    }
}
