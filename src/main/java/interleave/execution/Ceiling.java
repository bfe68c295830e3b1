package interleave.execution;

import java.util.Locale;

/**
 * The most tasks of an open load that may be in flight. A start beyond is dropped.
 *
 * @param why what people should know of when it is reached, in one sentence; empty where the figures say it all
 */
public record Ceiling(int most, String why) {
    /** The ceiling that no system's limit lowers. */
    public static final Ceiling NONE = new Ceiling(1 << 16, "");

    /**
     * The lower of this one and another.
     *
     * @param words what only so many of find room where, and what helps, as a format of {@code limit}
     */
    public Ceiling or(long other, String words, long limit) {
        if (other >= most) return this;
        int lower = (int) Math.max(1, other);
        String room = String.format(Locale.ROOT, "no more than %,d " + words, lower, limit);
        return new Ceiling(lower, "starts are dropped, since " + room + ", or lower the rate");
    }
}
