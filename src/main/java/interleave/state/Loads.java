package interleave.state;

import interleave.metric.Arrival;
import interleave.metric.Load;

/** Doubling and halving of loads, within reason. */
final class Loads {
    private static final int MOST_IN_FLIGHT = 1 << 20;
    private static final double MOST_PER_SECOND = 1e6;

    private Loads() {}

    static Load doubled(Load load) {
        return switch (load) {
            case Load.Closed(int concurrency) -> new Load.Closed((int) Math.min(MOST_IN_FLIGHT, concurrency * 2L));
            case Load.Open(double rate, Arrival arrival) -> new Load.Open(Math.min(MOST_PER_SECOND, rate * 2), arrival);
        };
    }

    static Load halved(Load load) {
        return switch (load) {
            case Load.Closed(int concurrency) -> new Load.Closed(Math.max(1, concurrency / 2));
            case Load.Open(double rate, Arrival arrival) -> new Load.Open(Math.max(1, rate / 2), arrival);
        };
    }
}
