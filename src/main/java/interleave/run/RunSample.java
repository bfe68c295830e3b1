package interleave.run;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ObjLongConsumer;

/** The raw numbers of a run at one instant, by {@link SampleField}. Immutable. */
public final class RunSample {
    /** All fields, in the order in which they are declared. */
    public static final List<SampleField> FIELDS = List.of(SampleField.values());

    private final long[] values;

    /** A bit for each field that is told, by its place. */
    private final long told;

    private RunSample(long[] values, long told) {
        this.values = values;
        this.told = told;
    }

    /** A sample in the making. One thread. */
    public static final class Builder {
        private final long[] values = new long[FIELDS.size()];
        private long told;

        public Builder put(SampleField field, long value) {
            values[field.ordinal()] = value;
            told |= bit(field);
            return this;
        }

        public RunSample build() {
            return new RunSample(values.clone(), told);
        }
    }

    private static long bit(SampleField field) {
        return 1L << field.ordinal();
    }

    public boolean has(SampleField field) {
        return (told & bit(field)) != 0;
    }

    /** @throws NoSuchElementException if it is not told */
    public long of(SampleField field) {
        if (!has(field)) throw new NoSuchElementException(field.key);
        return values[field.ordinal()];
    }

    public long orElse(SampleField field, long other) {
        return has(field) ? values[field.ordinal()] : other;
    }

    /** Those that are told. */
    public void forEach(ObjLongConsumer<SampleField> action) {
        for (SampleField field : FIELDS) if (has(field)) action.accept(field, values[field.ordinal()]);
    }

    RunSample with(SampleField field, long value) {
        long[] other = values.clone();
        other[field.ordinal()] = value;
        return new RunSample(other, told | bit(field));
    }

    /** With its counters as far on as they went between two others, where all three tell them. */
    RunSample plusGrowth(RunSample from, RunSample to) {
        long[] sum = values.clone();
        for (SampleField field : FIELDS)
            if (field.kind == SampleField.Kind.COUNTER && has(field) && from.has(field) && to.has(field))
                sum[field.ordinal()] += to.of(field) - from.of(field);
        return new RunSample(sum, told);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunSample that && told == that.told && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + Long.hashCode(told);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        forEach((field, value) -> text.append(text.isEmpty() ? "" : " ")
                .append(field.key)
                .append('=')
                .append(value));
        return text.toString();
    }
}
