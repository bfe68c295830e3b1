package interleave.state;

import interleave.screen.Key;
import interleave.screen.Key.Char;
import interleave.screen.Key.Named;
import interleave.spec.Arrival;
import interleave.spec.Knob;
import interleave.spec.Limits;
import interleave.spec.Load;
import interleave.spec.Quantities;
import java.time.Duration;
import java.util.Optional;

/**
 * A value that is typed for what + and - turn: it is written as on the command line, and held against the same limits.
 * Pure.
 */
public final class Typing {
    private static final int LONGEST = 12;

    private Typing() {}

    /** For the selected workload; empty, so that what is typed replaces what is there. */
    static State begun(State state) {
        if (state.selectedSlot().isEmpty()) return state;
        return with(state, new Entry(state.selected(), Knobs.at(state), "", ""));
    }

    static Step pressed(State state, Key key) {
        Entry entry = state.look().entry().orElseThrow();
        if (key == Named.ESCAPE) return Step.to(closed(state));
        if (key == Named.ENTER) return entered(state, entry);
        if (key == Named.BACKSPACE || key == Named.DELETE) {
            String shorter = entry.text().substring(0, Math.max(0, entry.text().length() - 1));
            return Step.to(with(state, new Entry(entry.place(), entry.knob(), shorter, "")));
        }
        if (!(key instanceof Char(char letter)) || letter <= ' ' || entry.text().length() >= LONGEST)
            return Step.to(state);
        return Step.to(with(state, new Entry(entry.place(), entry.knob(), entry.text() + letter, "")));
    }

    /** The values that may be typed, with an example. */
    public static String right(Entry entry) {
        if (entry.knob().isEmpty())
            return "1 to " + Limits.MOST_IN_FLIGHT + " in flight, as in 64 or 16x for each CPU; or a rate, as in 500/s";
        Knob knob = entry.knob().get();
        if (!knob.isTime()) return knob.least + " to " + knob.most + ", as in 64 or 16x for each CPU";
        return "0ms to " + Quantities.text(Duration.ofNanos(knob.most * 1000)) + ", as in 200us, 20ms, 0.5s";
    }

    private static Step entered(State state, Entry entry) {
        if (entry.text().isEmpty()) return Step.to(closed(state));
        State selected = closed(state.withSelected(entry.place()));
        WorkloadCell slot = selected.selectedSlot().orElseThrow();
        if (entry.knob().isEmpty()) {
            Optional<Load> load = load(entry.text(), slot.load(), state.setup().cores());
            return load.isPresent() ? Knobs.with(selected, slot, load.get()) : wrong(state, entry);
        }
        Optional<Long> value =
                value(entry.knob().get(), entry.text(), state.setup().cores());
        return value.isPresent() ? Knobs.set(selected, slot, entry.knob().get(), value.get()) : wrong(state, entry);
    }

    /** A rate keeps how its starts are distributed. */
    static Optional<Load> load(String text, Load now, int cores) {
        if (!text.endsWith("/s"))
            return count(text, cores)
                    .filter(many -> many >= 1 && many <= Limits.MOST_IN_FLIGHT)
                    .map(many -> new Load.Closed(many.intValue()));
        Arrival arrival = now instanceof Load.Open(double rate, Arrival is) ? is : Arrival.CONSTANT;
        return Quantities.rate(text)
                .filter(rate -> rate <= Limits.MOST_PER_S)
                .map(rate -> new Load.Open(rate, arrival));
    }

    static Optional<Long> value(Knob knob, String text, int cores) {
        if (!knob.isTime()) return count(text, cores).filter(knob::allows);
        Optional<Duration> time = text.equals("0") ? Optional.of(Duration.ZERO) : Quantities.duration(text);
        return time.map(duration -> duration.toNanos() / 1000).filter(knob::allows);
    }

    /** So many, or with an {@code x} so many for each CPU; empty for what is neither. */
    private static Optional<Long> count(String text, int cores) {
        boolean each = text.endsWith("x");
        String digits = each ? text.substring(0, text.length() - 1) : text;
        if (digits.isEmpty() || digits.length() > 9) return Optional.empty();
        for (int i = 0; i < digits.length(); i++)
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') return Optional.empty();
        return Optional.of(Long.parseLong(digits) * (each ? cores : 1));
    }

    private static Step wrong(State state, Entry entry) {
        return Step.to(with(state, new Entry(entry.place(), entry.knob(), "", entry.text())));
    }

    private static State closed(State state) {
        return state.with(state.look().with(Optional.empty()));
    }

    private static State with(State state, Entry entry) {
        return state.noticing("").with(state.look().with(Optional.of(entry)));
    }
}
