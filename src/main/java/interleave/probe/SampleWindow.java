package interleave.probe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Remembers samples just long enough to look back over a least stretch of time. */
final class SampleWindow<T> {
    private record Entry<T>(long nanos, T value) {}

    private final long leastNanos;
    private final Deque<Entry<T>> entries = new ArrayDeque<>();

    SampleWindow(long leastNanos) {
        this.leastNanos = leastNanos;
    }

    /**
     * Adds a sample, and gives the newest that is old enough; the oldest if none is, empty at the first. What is older
     * than the one given is forgotten.
     */
    Optional<T> add(long nanos, T value) {
        while (secondIsOldEnough(nanos)) entries.removeFirst();
        Optional<T> back = Optional.ofNullable(entries.peekFirst()).map(Entry::value);
        entries.addLast(new Entry<>(nanos, value));
        return back;
    }

    private boolean secondIsOldEnough(long nanos) {
        if (entries.size() < 2) return false;
        Entry<T> first = entries.removeFirst();
        boolean enough = nanos - entries.getFirst().nanos >= leastNanos;
        entries.addFirst(first);
        return enough;
    }
}
