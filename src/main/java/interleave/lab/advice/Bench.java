package interleave.lab.advice;

import java.util.OptionalInt;

/** The place where models are measured. One thread. */
public interface Bench {
    /**
     * Measures one model, which its caller knows, at a rate.
     *
     * @param pool threads of its pool; empty: as it comes
     * @throws NoAnswer where it cannot be
     */
    Seen at(OptionalInt pool, double ratePerSecond) throws NoAnswer, InterruptedException;

    /** True if the time for this model is up: a search then makes do with what it has. */
    boolean late();

    /** Why there is no measurement. */
    final class NoAnswer extends Exception {
        private final boolean stopped;

        /** @param stopped whether somebody wants no more, which is no failure */
        public NoAnswer(String why, boolean stopped) {
            super(why, null, false, false);
            this.stopped = stopped;
        }

        public boolean stopped() {
            return stopped;
        }
    }
}
