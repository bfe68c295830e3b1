package interleave.spec;

/** The amount of a workload that is asked for. */
public sealed interface Load {
    /** So many tasks in flight: each that ends is followed by another. */
    record Closed(int concurrency) implements Load {
        public Closed {
            if (concurrency < 1) throw new IllegalArgumentException("concurrency must be 1 or more");
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
    }
}
