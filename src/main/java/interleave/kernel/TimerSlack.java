package interleave.kernel;

/** By how much the kernel may delay a thread's timers to share a wake-up: 50 µs unless told otherwise. */
public final class TimerSlack {
    private static final int PR_SET_TIMERSLACK = 29;

    private TimerSlack() {}

    /** Has the calling thread woken as soon as it asks for: with 0, the kernel would go back to its default. */
    public static void none() {
        Prctl.set(PR_SET_TIMERSLACK, 1);
    }
}
