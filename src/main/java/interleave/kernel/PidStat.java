package interleave.kernel;

import java.io.IOException;

/**
 * {@code /proc/PID/stat} of a process: what it says of all its threads together, ended ones included
 * (proc_pid_stat(5)).
 *
 * @param name as the kernel cut it, 15 bytes: anything may be in it
 * @param state the lead thread's, one letter
 * @param minorFaults page faults that needed no disk
 * @param majorFaults page faults that did
 * @param ended what its children used that it has waited for, with theirs
 * @param cpuNanos user and system time, in steps of 10 ms
 * @param residentPages 0 where the lead thread has ended, whatever the others have
 */
public record PidStat(
        Key key,
        String name,
        Lead state,
        long minorFaults,
        long majorFaults,
        ProcessUse ended,
        long cpuNanos,
        int threads,
        long residentPages) {
    /**
     * A process for good: its number may be given to another one after its end.
     *
     * @param startTicks since the boot, in hundredths of a second
     */
    public record Key(int pid, long startTicks) {}

    /**
     * The lead thread.
     *
     * @param letter its state: R, S, D, T, t, Z, X, I
     * @param kernelThread whether the kernel made it for itself
     */
    public record Lead(char letter, boolean kernelThread) {
        public boolean ended() {
            return ended(letter);
        }

        /** True of the letter of a thread that has ended. */
        static boolean ended(char letter) {
            return letter == 'Z' || letter == 'X' || letter == 'x';
        }
    }

    /** USER_HZ is 100 on every architecture that a JDK 25 runs on. */
    public static final long NANOS_PER_TICK = 10_000_000;

    private static final long PF_KTHREAD = 0x00200000;

    /** Its parent has not asked yet how it ended: nothing is left of it but its counters. */
    public boolean zombie() {
        return state.ended() && threads <= 1;
    }

    /** Only the thread that began it has ended, and others go on. */
    public boolean leadEnded() {
        return state.ended() && threads > 1;
    }

    /** @throws Unreadable if the text is cut off or something else */
    static PidStat parse(Cursor text) throws IOException {
        int pid = (int) text.number();
        if (!text.skip(" (")) throw text.malformed("it has no name");
        String name = text.untilLast(')');
        String letter = text.word();
        if (letter.length() != 1) throw text.malformed("it has no state");
        text.skipWords(5);
        boolean kernelThread = (text.number() & PF_KTHREAD) != 0;
        long minorFaults = text.number();
        long minorOfEnded = text.number();
        long majorFaults = text.number();
        long majorOfEnded = text.number();
        long ticks = text.number() + text.number();
        long ticksOfEnded = text.number() + text.number();
        text.skipWords(2);
        int threads = (int) text.number();
        text.skipWords(1);
        long start = text.number();
        text.skipWords(1);
        return new PidStat(
                new Key(pid, start),
                name,
                new Lead(letter.charAt(0), kernelThread),
                minorFaults,
                majorFaults,
                new ProcessUse(minorOfEnded, majorOfEnded, ticksOfEnded * NANOS_PER_TICK),
                ticks * NANOS_PER_TICK,
                threads,
                text.number());
    }
}
