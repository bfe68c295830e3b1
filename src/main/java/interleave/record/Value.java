package interleave.record;

import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.metric.Reading;
import interleave.run.Latency;
import interleave.spec.Load;

/** A field's value in a result, before it takes the form of a format. */
public sealed interface Value {
    record Words(String text) implements Value {}

    record Flag(boolean set) implements Value {}

    /** A whole number that a double may not hold, such as a seed. */
    record Whole(long number) implements Value {}

    /** A number, or nothing and why. */
    record Measured(Reading reading) implements Value {}

    record Amount(Load load) implements Value {}

    /** Percentiles: an object of its own in JSON, one column for each in CSV. */
    record Quantiles(Latency latency) implements Value {}

    static Value of(String text) {
        return new Words(text);
    }

    static Value of(Reading reading) {
        return new Measured(reading);
    }

    static Value absent(String why) {
        return new Measured(Reading.absent(UNSUPPORTED, why));
    }
}
