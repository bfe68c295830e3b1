package interleave.kernel;

import java.util.OptionalLong;

/** {@code /proc/self/limits}: what {@code ulimit} sets for this process (proc_pid_limits(5)). */
final class ResourceLimits {
    static final String CPU_TIME = "Max cpu time";
    static final String OPEN_FILES = "Max open files";
    static final String PROCESSES = "Max processes";
    static final String ADDRESS_SPACE = "Max address space";
    static final String DATA_SIZE = "Max data size";

    private static final int MOST_DIGITS = 18;

    private ResourceLimits() {}

    /**
     * The soft limit, of a line as {@code Max open files 1024 4096 files}; empty where it is unlimited, or not told.
     */
    // start-up: no regular expression, and no lines.
    static OptionalLong soft(String limits, String name) {
        int at = limits.indexOf(name);
        if (at < 0) return OptionalLong.empty();
        int from = at + name.length();
        while (from < limits.length() && limits.charAt(from) == ' ') from++;
        long soft = 0;
        int end = from;
        for (; end < limits.length() && end - from < MOST_DIGITS && Character.isDigit(limits.charAt(end)); end++)
            soft = soft * 10 + limits.charAt(end) - '0';
        return end == from ? OptionalLong.empty() : OptionalLong.of(soft);
    }
}
