package interleave.trial;

import interleave.run.Frame;
import interleave.run.SampleField;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The test whether a run has warmed up: its tasks per second and its CPU time per task were, in the newest three
 * quarters of a second, within 5 % of what they were in those before. A closed load whose tasks wait has its throughput
 * at once, and gets cheaper for seconds while the JVM compiles: so both count. Used by one thread.
 */
final class Settled {
    /** Of a quarter of a second each: in fewer tasks come and go too unevenly. */
    private static final int FRAMES = 3;

    private static final double NEAR = 0.05;

    private final Deque<Frame> frames = new ArrayDeque<>();

    void frame(Frame frame) {
        frames.addLast(frame);
        if (frames.size() > 2 * FRAMES + 1) frames.removeFirst();
    }

    boolean is() {
        if (frames.size() <= 2 * FRAMES) return false;
        Frame[] all = frames.toArray(Frame[]::new);
        Frame first = all[0];
        Frame middle = all[FRAMES];
        Frame last = all[2 * FRAMES];
        return near(perSecond(first, middle), perSecond(middle, last))
                && near(cpuPerTask(first, middle), cpuPerTask(middle, last));
    }

    private static boolean near(double before, double now) {
        return Double.isFinite(before) && Double.isFinite(now) && Math.abs(now - before) <= NEAR * before;
    }

    private static double perSecond(Frame from, Frame to) {
        return tasks(from, to) / (to.runningNanos() - from.runningNanos());
    }

    private static double cpuPerTask(Frame from, Frame to) {
        return (to.cpuMicros() - from.cpuMicros()) / tasks(from, to);
    }

    private static double tasks(Frame from, Frame to) {
        return to.of(SampleField.COMPLETED) - from.of(SampleField.COMPLETED);
    }
}
