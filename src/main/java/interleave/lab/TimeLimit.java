package interleave.lab;

import java.time.Duration;

/**
 * The time that a series of repetitions may take. There is no room for the next one where the longest so far would end
 * too late: their warm-ups differ by seconds, so that by their mean length every other last one would. One thread.
 */
final class TimeLimit {
    /** Of fewer the longest tells little. */
    private static final int ENOUGH = 10;

    private final Duration within;
    private final Duration most;
    private final int enough;
    private Duration before = Duration.ZERO;
    private Duration longest = Duration.ZERO;
    private int known;

    /**
     * @param most how long one takes at most where nothing else keeps the machine busy
     * @param kinds so many differ in what is measured, each of which comes once before any comes again
     */
    TimeLimit(Duration within, Duration most, int kinds) {
        this.within = within;
        this.most = most;
        this.enough = Math.max(ENOUGH, kinds);
    }

    /**
     * Takes in how long the last one took. The first one of all is never too late.
     *
     * @param elapsed since the series began
     * @param done the number that have ended
     */
    boolean isTooLate(Duration elapsed, int done) {
        Duration last = elapsed.minus(before);
        if (done > known && last.compareTo(longest) > 0) longest = last;
        known = done;
        before = elapsed;
        Duration next = done < enough && most.compareTo(longest) > 0 ? most : longest;
        return done > 0 && elapsed.plus(next).compareTo(within) > 0;
    }
}
