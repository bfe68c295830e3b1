package interleave.metric;

import java.nio.charset.StandardCharsets;

/**
 * The readings of one thread when it was last looked at. There may be ten thousand of them, so that this is small; one
 * that was as before when it was looked at again is the same object. Immutable.
 */
public final class ThreadReadings {
    /**
     * A thread for good: its number may be given to another one after its end.
     *
     * @param startTicks hundredths of a second from the boot to its start
     */
    public record Id(int pid, int tid, long startTicks) {}

    /**
     * Its names. The bytes of its own one are kept in two numbers where they fit, as all do that the kernel has cut: a
     * third of what a text takes. Immutable.
     */
    public static final class Names {
        private static final int PACKED = 2 * Long.BYTES;
        private static final int BYTE = 0xff;

        private final String pool;
        /** The own name where it is the pool's, or does not fit; null of a name that is packed. */
        private final String whole;

        private final long first;
        private final long second;
        private final boolean kernel;

        /**
         * @param own as the kernel has it, without control characters
         * @param pool the name that it shares with others of its pool, with {@code *} in place of a number; its own if
         *     none
         * @param kernel whether the kernel made it for itself
         */
        public Names(String own, String pool, boolean kernel) {
            boolean packed = !own.equals(pool) && fits(own);
            this.pool = pool;
            this.kernel = kernel;
            whole = packed ? null : own.equals(pool) ? pool : own;
            first = packed ? packed(own, 0) : 0;
            second = packed ? packed(own, Long.BYTES) : 0;
        }

        /** True of up to 16 letters of one byte each. */
        private static boolean fits(String name) {
            if (name.length() > PACKED) return false;
            for (int i = 0; i < name.length(); i++) if (name.charAt(i) == 0 || name.charAt(i) > BYTE) return false;
            return true;
        }

        private static long packed(String name, int from) {
            long bytes = 0;
            for (int i = Math.min(name.length(), from + Long.BYTES) - 1; i >= from; i--)
                bytes = bytes << Byte.SIZE | name.charAt(i);
            return bytes;
        }

        /** As the kernel has it, without control characters. Makes a text each time. */
        public String own() {
            if (whole != null) return whole;
            byte[] bytes = new byte[PACKED];
            int length = 0;
            for (long left = first; left != 0; left >>>= Byte.SIZE) bytes[length++] = (byte) left;
            for (long left = second; left != 0; left >>>= Byte.SIZE) bytes[length++] = (byte) left;
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }

        /** The name that it shares with others of its pool; its own if none. */
        public String pool() {
            return pool;
        }

        /** True of a thread that the kernel made for itself. */
        public boolean kernel() {
            return kernel;
        }
    }

    /**
     * Its state when it was looked at in full.
     *
     * @param state one letter of proc_pid_stat(5)
     * @param cpu the one that it was on last
     * @param waitsIn the kernel's function in which it waits; empty where it does not or that is not known
     */
    public record Now(char state, int cpu, String waitsIn) {}

    private final int pid;
    private final int tid;
    private final long startTicks;
    private final Names names;
    private final Now now;
    private final float[] values;

    /** @param values one for each of {@link ThreadMetrics#ALL}, NaN where it is not known yet; nobody writes to it */
    public ThreadReadings(Id id, Names names, Now now, float[] values) {
        this(id.pid, id.tid, id.startTicks, names, now, values);
    }

    private ThreadReadings(int pid, int tid, long startTicks, Names names, Now now, float[] values) {
        this.pid = pid;
        this.tid = tid;
        this.startTicks = startTicks;
        this.names = names;
        this.now = now;
        this.values = values;
    }

    /** With other values; itself where they are the same. */
    public ThreadReadings with(float[] next) {
        return next == values ? this : new ThreadReadings(pid, tid, startTicks, names, now, next);
    }

    public ThreadReadings with(Names next) {
        return new ThreadReadings(pid, tid, startTicks, next, now, values);
    }

    /** Makes an object each time. */
    public Id id() {
        return new Id(pid, tid, startTicks);
    }

    public int pid() {
        return pid;
    }

    public int tid() {
        return tid;
    }

    public long startTicks() {
        return startTicks;
    }

    public Names names() {
        return names;
    }

    public Now now() {
        return now;
    }

    /** One for each of {@link ThreadMetrics#ALL}, NaN where it is not known yet. Not to be written to. */
    public float[] values() {
        return values;
    }

    public Reading of(Metric metric) {
        float value = values[ThreadMetrics.place(metric)];
        return Float.isNaN(value) ? Reading.WARMING_UP : Reading.of(value);
    }

    /** As {@link #of}, without an object for each number; NaN where it is not known yet. For sums and orders only. */
    public double raw(Metric metric) {
        return values[ThreadMetrics.place(metric)];
    }
}
