package interleave.kernel;

/** {@code kill(2)}. */
public final class Signals {
    public static final int TERM = 15;
    public static final int KILL = 9;
    public static final int CONTINUE = 18;

    private Signals() {}

    /** Sends it a signal, if it is there and may be sent one. */
    public static void send(int pid, int signal) {
        try {
            long ignored = (long) CFunction.named("kill").invokeExact((long) pid, (long) signal, 0L);
        } catch (Throwable e) {
            // As when memory has run out.
        }
    }
}
