package interleave.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Which CPUs a run's worker and its other side, the HTTP service or the client, may use. It is part of a result: where
 * the other side runs changes switches per task by up to 80 times.
 */
public enum Place {
    /** Each on CPUs of its own, no core shared where there are two cores. */
    APART("apart"),
    /** Both on the CPUs that the worker has when they are apart. */
    SAME("same"),
    /** Where the scheduler decides. */
    FREE("free");

    /** As options and results have it. */
    public final String key;

    Place(String key) {
        this.key = key;
    }

    public static Optional<Place> of(String key) {
        for (Place place : values()) if (place.key.equals(key)) return Optional.of(place);
        return Optional.empty();
    }

    /**
     * The CPUs of both sides.
     *
     * @param worker empty: all
     * @param other empty: all
     */
    public record Sides(List<Integer> worker, List<Integer> other) {
        public Sides {
            worker = List.copyOf(worker);
            other = List.copyOf(other);
        }
    }

    /** @param cores the CPUs that may be used, those of a core together; two CPUs at least, unless it is free */
    public Sides sides(List<SortedSet<Integer>> cores) {
        if (this == FREE) return new Sides(List.of(), List.of());
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        if (cores.size() == 1) {
            List<Integer> threads = List.copyOf(cores.getFirst());
            first.addAll(threads.subList(0, Math.max(1, threads.size() / 2)));
            second.addAll(threads.subList(first.size(), threads.size()));
        } else {
            cores.subList(0, cores.size() / 2).forEach(first::addAll);
            cores.subList(cores.size() / 2, cores.size()).forEach(second::addAll);
        }
        return new Sides(first, this == SAME ? first : second);
    }
}
