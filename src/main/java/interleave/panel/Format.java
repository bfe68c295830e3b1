package interleave.panel;

import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Unit;
import interleave.screen.Numbers;
import interleave.screen.Symbols;
import interleave.screen.Symbols.Mark;

/** The way in which a number is written. */
enum Format {
    COUNT,
    PERCENT,
    TENTHS,
    PER_TASK,
    BYTES,
    MILLISECONDS,
    LOAD;

    /** The way in which numbers of a unit are written in tables. */
    // start-up: no switch over an enum of another class, which makes a class of its own.
    static Format of(Metric metric) {
        Unit unit = metric.unit();
        if (unit == Unit.PERCENT || unit == Unit.MICROSECONDS) return TENTHS;
        if (unit == Unit.MILLISECONDS) return MILLISECONDS;
        if (unit == Unit.PER_TASK) return PER_TASK;
        return unit == Unit.BYTES ? BYTES : COUNT;
    }

    /** The number, or a dash in its place. */
    String of(Reading reading, Symbols symbols) {
        if (reading instanceof Reading.Value(double value)) return of(value, symbols);
        return String.valueOf(symbols.mark(Mark.MISSING));
    }

    String of(double value, Symbols symbols) {
        return switch (this) {
            case COUNT -> Numbers.count(value);
            case PERCENT -> Numbers.percent(value);
            case TENTHS -> Numbers.tenths(value);
            case PER_TASK -> Numbers.perTask(value);
            case BYTES -> Numbers.bytes(value);
            case MILLISECONDS -> Numbers.duration(value, symbols.micro());
            case LOAD -> Numbers.fixed(value, 2);
        };
    }
}
