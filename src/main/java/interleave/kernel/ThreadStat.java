package interleave.kernel;

import java.io.IOException;

/**
 * {@code /proc/PID/task/TID/stat} of one thread (proc_pid_stat(5)).
 *
 * @param name as the kernel cut it, 15 bytes; of its own workers longer. Anything may be in it
 * @param state R, S, D, T, t, Z, X, I
 * @param kernelThread whether the kernel made it for itself
 * @param cpuNanos user and system time, in steps of 10 ms
 * @param startTicks since the boot, in hundredths of a second
 * @param cpu the one that it was on last
 */
record ThreadStat(String name, char state, boolean kernelThread, long cpuNanos, long startTicks, int cpu) {
    private static final long PF_KTHREAD = 0x00200000;

    /** @throws Unreadable if the text is cut off or something else */
    static ThreadStat parse(Cursor text) throws IOException {
        text.number();
        if (!text.skip(" (")) throw text.malformed("it has no name");
        String name = text.untilLast(')');
        String letter = text.word();
        if (letter.length() != 1) throw text.malformed("it has no state");
        text.skipWords(5);
        boolean kernelThread = (text.number() & PF_KTHREAD) != 0;
        text.skipWords(4);
        long ticks = text.number() + text.number();
        text.skipWords(6);
        long start = text.number();
        text.skipWords(16);
        int cpu = (int) text.number();
        return new ThreadStat(name, letter.charAt(0), kernelThread, ticks * PidStat.NANOS_PER_TICK, start, cpu);
    }
}
