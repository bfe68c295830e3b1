package interleave.record;

import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.metric.Reading;
import interleave.run.Percentile;
import interleave.spec.Load;
import java.util.Map;

/** A field's value in a result, before it takes the form of a format. */
public sealed interface ResultValue {
    record Words(String text) implements ResultValue {}

    record Flag(boolean set) implements ResultValue {}

    /** A whole number that a double may not hold, such as a seed. */
    record Whole(long number) implements ResultValue {}

    /** A number, or nothing and why. */
    record Measured(Reading reading) implements ResultValue {}

    record Amount(Load load) implements ResultValue {}

    /** Percentiles: an object of its own in JSON, one column for each in CSV. */
    record Quantiles(Map<Percentile, Reading> points) implements ResultValue {}

    /** Numbers of something else than the rest: an object of its own in JSON, a column for each in CSV. */
    record Group(Map<String, Reading> numbers) implements ResultValue {}

    static ResultValue of(String text) {
        return new Words(text);
    }

    static ResultValue of(Reading reading) {
        return new Measured(reading);
    }

    static ResultValue absent(String why) {
        return new Measured(Reading.absent(UNSUPPORTED, why));
    }
}
