package interleave.state;

import java.util.ArrayList;
import java.util.List;

/** When runs were started, changed and ended: the newest of it, for marks on the graphs. Immutable. */
public record Marks(List<Mark> all) {
    /** More of them than a graph across a wide screen could show apart. */
    static final int KEPT = 64;

    static final Marks NONE = new Marks(List.of());

    public enum Kind {
        STARTED,
        /** Its load or another setting. */
        CHANGED,
        ENDED,
        /** From there on samples came more or less often. */
        PACED
    }

    /** @param tick the first slot of time that can show it */
    public record Mark(Kind kind, long tick) {}

    /** Several of a kind within one tick are one. */
    Marks plus(Kind kind, long tick) {
        for (int i = all.size() - 1; i >= 0 && all.get(i).tick() == tick; i--)
            if (all.get(i).kind() == kind) return this;
        List<Mark> next = new ArrayList<>(all);
        next.add(new Mark(kind, tick));
        if (next.size() > KEPT) next.removeFirst();
        return new Marks(List.copyOf(next));
    }
}
