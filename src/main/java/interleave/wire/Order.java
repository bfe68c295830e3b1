package interleave.wire;

import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;

/** One line to a worker, on its standard input. The end of that input is the order to end at once. */
public sealed interface Order {
    /**
     * Begin.
     *
     * @param spec all but the further options of its JVM, which are spent by then
     * @param servicePort the HTTP service's port on loopback, or 0 where the task needs none
     */
    record Start(RunSpec spec, int servicePort) implements Order {}

    /** Go on with another load. */
    record Change(Load load) implements Order {}

    /** Go on with another setting. Those who do not have that knob leave everything as it is. */
    record Tune(Knob knob, long value) implements Order {}

    /**
     * End by yourself after so long, counted from now, whatever becomes of the one who says so; it replaces what was
     * said before. The end is as at {@link Stop}, but for the exit status.
     */
    record Limit(long nanos) implements Order {
        /** Tells the end of one whose time was up from other ends; a JVM that gives up by itself has 1, 3 or 134. */
        public static final int EXIT_STATUS = 17;
    }

    /** Begin no more tasks, let those in flight end (at most half a second), send a last frame, and exit with 0. */
    record Stop() implements Order {}
}
