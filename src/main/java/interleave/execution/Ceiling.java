package interleave.execution;

import java.util.Locale;

/**
 * The most tasks of an open load that may be in flight. A start beyond is dropped.
 *
 * @param words what only so many of find room where, and what helps, as a format of the limit; empty where the figures
 *     say it all
 * @param limit of the system, which the words name
 */
public record Ceiling(int most, String words, long limit) {
    /** The ceiling that no system's limit lowers. */
    public static final Ceiling NONE = new Ceiling(1 << 16, "", 0);

    /**
     * The lower of this one and another.
     *
     * @param words what only so many of find room where, and what helps, as a format of {@code limit}
     */
    public Ceiling or(long other, String words, long limit) {
        return other >= most ? this : new Ceiling((int) Math.max(1, other), words, limit);
    }

    /** The remark for people when it is reached, in one sentence; empty where the figures say it all. */
    // start-up: a format takes 20 ms of a worker, and most workers never reach their ceiling.
    public String why() {
        return words.isEmpty()
                ? ""
                : "starts are dropped, since no more than " + String.format(Locale.ROOT, "%,d " + words, most, limit)
                        + ", or lower the rate";
    }
}
