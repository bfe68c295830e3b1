package interleave.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * The time that a program had, as far as the machine is to blame for the rest: a limit of a second is one of the
 * program, and not of whatever else runs beside the tests. Whoever waits for a CPU waits while all of them are in use,
 * so that others keep nobody waiting for longer than their CPU time over the number of CPUs; nor is it the program's
 * fault that something waits for a disk, or that who looks at the clock was not let run, as where a quota stops all of
 * a container. On a machine at rest nothing is left out. One thread.
 */
public final class FairClock {
    /** {@code USER_HZ}, in which Linux tells CPU time to programs everywhere. */
    private static final double TICKS_PER_SECOND = 100;

    /** Nobody who polls stays away for longer by his own will. */
    private static final double LOOK_SECONDS = 0.2;

    /** Whatever the machine does, nothing takes so many times as long. */
    static final int AT_MOST = 5;

    private static final int CPUS = Runtime.getRuntime().availableProcessors();
    private static final Path STAT = Path.of("/proc/stat");
    private static final Path IO = Path.of("/proc/pressure/io");

    private final LongSupplier own;
    private final double others;
    private final double disk;
    private final long begun = System.nanoTime();
    private long looked = begun;
    private double seen;

    /** @param own ticks of CPU time that the program has had, which only grow */
    public FairClock(LongSupplier own) {
        this.own = own;
        this.others = othersSeconds();
        this.disk = diskSeconds();
    }

    /** Ticks of this test's JVM, and of all its children that have ended and those that they waited for. */
    public static long testAndChildren() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long sum = 0;
            for (int time = 11; time <= 14; time++) sum += Long.parseLong(fields[time]);
            return sum;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Seconds since it was made, those left out that are others': by each look at intervals of a poll. */
    double seconds() {
        long now = System.nanoTime();
        seen += Math.min(LOOK_SECONDS, (now - looked) / 1e9);
        looked = now;
        return Math.max(0, seen - leftOut());
    }

    /** The same, of which nothing is others': the time in which somebody could look. */
    double looked() {
        return seen;
    }

    /** For how many seconds others may have kept a program waiting since it was made. */
    public double leftOut() {
        return Math.max(0, othersSeconds() - others) / CPUS + Math.max(0, diskSeconds() - disk);
    }

    /** The same at the end of something, without looks in between; never less than a fifth of what a clock shows. */
    public double lasted() {
        return Math.max(wallSeconds() - leftOut(), wallSeconds() / AT_MOST);
    }

    /** By a clock on the wall. */
    public double wallSeconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Of all CPUs: what is neither idle nor the program's, time that other machines took from this one included. */
    private double othersSeconds() {
        try {
            String[] fields =
                    Files.readString(STAT).lines().findFirst().orElseThrow().split(" +");
            long busy = 0;
            for (int user : new int[] {1, 2, 3, 6, 7, 8}) busy += Long.parseLong(fields[user]);
            return (busy - own.getAsLong()) / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }

    /** In which anything waited for a disk; 0 where the kernel does not tell. */
    private static double diskSeconds() {
        try {
            String some = Files.readString(IO).lines().findFirst().orElse("");
            return Long.parseLong(some.substring(some.lastIndexOf('=') + 1)) / 1e6;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
