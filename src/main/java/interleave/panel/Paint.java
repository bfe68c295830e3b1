package interleave.panel;

import interleave.metric.Reading;
import interleave.run.RunMetric;
import interleave.screen.Canvas;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Symbols;
import interleave.screen.Symbols.Mark;
import interleave.spec.Arrival;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.state.Scene;
import interleave.state.WorkloadCell;
import java.time.Duration;

/** The parts that several panels draw alike. */
final class Paint {
    private static final Ink[] RUNS = {
        Ink.RUN_1, Ink.RUN_2, Ink.RUN_3, Ink.RUN_4, Ink.RUN_5, Ink.RUN_6, Ink.RUN_7, Ink.RUN_8
    };

    private Paint() {}

    /** The ink that a line of the table keeps; another one than the same model's has in the tasks before and after. */
    static Ink run(int slot) {
        return RUNS[(slot + slot / RUNS.length * 3) % RUNS.length];
    }

    /**
     * The key that toggles a line, or a blank. Where nothing can be started it is the mark of a run alone, by which
     * other panels name it.
     */
    static char key(WorkloadCell slot, boolean readOnly) {
        if (readOnly && slot.run().isEmpty()) return ' ';
        return slot.key().isPresent() ? slot.key().get() : ' ';
    }

    /** A line's key; its name where it has none. */
    static String label(WorkloadCell slot) {
        if (slot.key().isPresent()) return slot.key().get().toString();
        return slot.info().workload().toString();
    }

    /** A number that ends before {@code end}; a missing one is a faint dash. */
    static void number(Canvas canvas, int end, int row, Reading reading, Format format, Ink ink) {
        number(canvas, end, row, reading, true, format, ink);
    }

    /** @param whole whether it is all of it; else the sign of "at least" stands before it */
    static void number(Canvas canvas, int end, int row, Reading reading, boolean whole, Format format, Ink ink) {
        String sign = whole || !reading.present()
                ? ""
                : String.valueOf(canvas.symbols().mark(Mark.AT_LEAST));
        canvas.right(end, row, sign.concat(format.of(reading, canvas.symbols())), reading.present() ? ink : Ink.FAINT);
    }

    /** A label at the left edge, and its number at the right. */
    static void line(Canvas canvas, int row, String label, Reading reading, Format format) {
        canvas.fit(0, row, canvas.columns() - 6, label, Ink.FAINT);
        number(canvas, canvas.columns(), row, reading, format, Ink.STRONG);
    }

    /**
     * The sum over all runs that go on, of which some may have nothing of the kind; missing where one of them has no
     * news.
     */
    static Reading sum(Scene scene, WorkloadColumn column) {
        double sum = 0;
        for (WorkloadCell slot : scene.slots()) {
            if (!slot.live()) continue;
            Reading reading = slot.run().orElseThrow().readings().of(column.metric());
            if (reading instanceof Reading.Value(double value)) sum += value;
            else if (((Reading.Absent) reading).why() != Reading.Why.UNSUPPORTED) return reading;
        }
        return Reading.of(sum);
    }

    /** The words above a column of that number, or beside it where there is no room for its title. */
    static String label(RunMetric metric, Symbols symbols) {
        return metric.inColumn().replace("\u00B5", symbols.micro());
    }

    /**
     * In short: {@code 256}, {@code 15.0k/s}, {@code ~15.0k/s} at random distances; where there is less room, with
     * less.
     */
    static String load(Load load, int room) {
        // start-up: no switch over types.
        if (!(load instanceof Load.Open(double rate, Arrival arrival)))
            return Numbers.count(((Load.Closed) load).concurrency());
        String random = arrival == Arrival.POISSON ? "~" : "";
        String words = Numbers.count(rate) + "/s";
        if (random.length() + words.length() <= room) return random + words;
        double scaled = rate < 999.5 ? rate : rate < 999_500 ? rate / 1e3 : rate / 1e6;
        String unit = rate < 999.5 ? "/s" : rate < 999_500 ? "k/s" : "M/s";
        words = Numbers.fixed(scaled, scaled < 9.95 ? 1 : 0) + unit;
        return random.length() + words.length() <= room ? random + words : words;
    }

    /** In full: {@code 256 in flight}, {@code 15.0k/s Poisson}. */
    static String load(Load load) {
        if (!(load instanceof Load.Open(double rate, Arrival arrival))) return load(load, 0) + " in flight";
        return Numbers.count(rate) + "/s " + (arrival == Arrival.POISSON ? "Poisson" : "constant");
    }

    static String knob(Knob knob, long value, Symbols symbols) {
        if (knob.isOff(value)) return "none";
        return knob.isTime() ? Numbers.duration(value / 1e3, symbols.micro()) : Numbers.count(value);
    }

    static String interval(Duration interval) {
        if (interval.toMillis() < 1000) return interval.toMillis() + " ms";
        return Numbers.count(interval.toMillis() / 1000.0) + " s";
    }
}
