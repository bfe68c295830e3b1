package interleave.spec;

/** The amount of a workload that is asked for. */
public sealed interface Load {
    /** So many tasks in flight: each that ends is followed by another. */
    record Closed(int concurrency) implements Load {
        public Closed {
            if (concurrency < 1) throw new IllegalArgumentException("concurrency must be 1 or more");
        }

        // start-up: as in Reading

        @Override
        public boolean equals(Object other) {
            return other instanceof Closed that && concurrency == that.concurrency;
        }

        @Override
        public int hashCode() {
            return concurrency;
        }
    }

    /** So many starts per second by a plan that does not wait for answers. */
    record Open(double ratePerSecond, Arrival arrival) implements Load {
        public Open(double ratePerSecond) {
            this(ratePerSecond, Arrival.CONSTANT);
        }

        public Open {
            if (!(ratePerSecond > 0) || !Double.isFinite(ratePerSecond))
                throw new IllegalArgumentException("rate must be above 0");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Open that
                    && Double.compare(ratePerSecond, that.ratePerSecond) == 0
                    && arrival == that.arrival;
        }

        @Override
        public int hashCode() {
            return 31 * Double.hashCode(ratePerSecond) + arrival.hashCode();
        }
    }
}
