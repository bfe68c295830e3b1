package interleave.state;

import interleave.spec.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A series of cells, each measured alone, one after the other: side by side they would take each other's cores.
 * Immutable.
 *
 * @param marked the cells that are chosen for it, by their places in the menu
 * @param waiting those whose turn is still to come
 * @param turn the one whose turn it is; empty while no series goes on
 * @param done those that have had their turn in the newest series
 */
public record Alone(List<Integer> marked, List<Integer> waiting, Optional<Turn> turn, List<Integer> done) {
    static final Alone NONE = new Alone(List.of(), List.of(), Optional.empty(), List.of());

    /** The part of a turn that goes on. */
    public enum Phase {
        /** There is no news of it as yet. */
        STARTING,
        WARMING_UP,
        MEASURED,
        STOPPING
    }

    /**
     * One cell's time in a series.
     *
     * @param place its place in the menu
     * @param spec the settings under which it is measured
     * @param run its run's number; empty until it is known
     * @param sinceNanos when the phase began, by the worker's clock without standstills
     * @param nanos the same clock at the newest news
     * @param heardNanos when there was news of it, by the sampler's clock
     */
    public record Turn(
            int place, RunSpec spec, OptionalInt run, Phase phase, long sinceNanos, long nanos, long heardNanos) {
        static Turn of(int place, RunSpec spec, long heardNanos) {
            return new Turn(place, spec, OptionalInt.empty(), Phase.STARTING, 0, 0, heardNanos);
        }

        /** For how long the phase has gone on. */
        public long phaseNanos() {
            return nanos - sinceNanos;
        }

        boolean is(int number) {
            return run.isPresent() && run.getAsInt() == number;
        }

        Turn with(int number) {
            return new Turn(place, spec, OptionalInt.of(number), phase, sinceNanos, nanos, heardNanos);
        }

        /** Under other settings it begins anew. */
        Turn with(RunSpec next) {
            return new Turn(place, next, run, Phase.STARTING, sinceNanos, nanos, heardNanos);
        }

        Turn heard(long now, long heard) {
            return new Turn(place, spec, run, phase, sinceNanos, now, heard);
        }

        Turn at(Phase next) {
            return new Turn(place, spec, run, next, nanos, nanos, heardNanos);
        }
    }

    public boolean goesOn() {
        return turn.isPresent();
    }

    /** The number of cells in the series. */
    public int size() {
        return done.size() + waiting.size() + (goesOn() ? 1 : 0);
    }

    Alone toggled(int place) {
        List<Integer> next = new ArrayList<>(marked);
        if (!next.remove(Integer.valueOf(place))) next.add(place);
        next.sort(null);
        return new Alone(List.copyOf(next), waiting, turn, done);
    }

    Alone with(Turn next) {
        return new Alone(marked, waiting, Optional.of(next), done);
    }

    /** Before its first turn. */
    Alone begun(List<Integer> places) {
        return new Alone(marked, List.copyOf(places), Optional.empty(), List.of());
    }

    /** The next one has its turn, and needs its mark no more. */
    Alone next(Turn next) {
        List<Integer> left = new ArrayList<>(marked);
        left.remove(Integer.valueOf(next.place()));
        return new Alone(List.copyOf(left), waiting.subList(1, waiting.size()), Optional.of(next), done);
    }

    /** Its turn is over. */
    Alone turned() {
        List<Integer> all = new ArrayList<>(done);
        all.add(turn.orElseThrow().place());
        return new Alone(marked, waiting, Optional.empty(), List.copyOf(all));
    }

    /** The rest of it is dropped; what was marked for it and had no turn stays so. */
    Alone ended() {
        return new Alone(marked, List.of(), Optional.empty(), done);
    }
}
