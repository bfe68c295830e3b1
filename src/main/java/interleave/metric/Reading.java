package interleave.metric;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/** A measured number, or why there is none. Missing is never written as 0, -1 or NaN. */
public sealed interface Reading {
    /** A finite number. */
    record Value(double value) implements Reading {
        public Value {
            if (!Double.isFinite(value)) throw new IllegalArgumentException("not a finite number: " + value);
        }

        // start-up: the methods that a record has by itself are linked at their first call, which takes 20 ms of CPU

        @Override
        public boolean equals(Object other) {
            return other instanceof Value that && Double.compare(value, that.value) == 0;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(value);
        }
    }

    /** No number. {@code detail} is a short plain sentence for people; it may be empty. */
    record Absent(Why why, String detail) implements Reading {
        /** The reason in words: the detail, or the kind of absence where there is none. */
        public String words() {
            return detail.isEmpty() ? why.words : detail;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Absent that && why == that.why && detail.equals(that.detail);
        }

        @Override
        public int hashCode() {
            return 31 * why.hashCode() + detail.hashCode();
        }
    }

    enum Why {
        WARMING_UP("warming up"),
        UNSUPPORTED("not available here"),
        FAILED("could not be read"),
        STALE("no news");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    Reading WARMING_UP = new Absent(Why.WARMING_UP, "");

    static Reading of(double value) {
        return new Value(value);
    }

    static Reading absent(Why why, String detail) {
        return new Absent(why, detail);
    }

    default boolean present() {
        return this instanceof Value;
    }

    /** The value, or {@code otherwise}: for layout only, never to print an invented number. */
    default double orElse(double otherwise) {
        return this instanceof Value(double value) ? value : otherwise;
    }

    default Reading map(DoubleUnaryOperator f) {
        return this instanceof Value(double value) ? of(f.applyAsDouble(value)) : this;
    }

    /** The value as text, or {@code missing}. */
    default String text(DoubleFunction<String> format, String missing) {
        return this instanceof Value(double value) ? format.apply(value) : missing;
    }
}
