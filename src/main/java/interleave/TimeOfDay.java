package interleave;

import java.util.TimeZone;

/** The time of the day on the clock on the wall. Any thread. */
final class TimeOfDay {
    private static final int SECONDS_OF_A_DAY = 86_400;

    private TimeOfDay() {}

    /** The second of the day now, where this process is: 0 to 86,399. */
    static int second() {
        return second(System.currentTimeMillis(), TimeZone.getDefault());
    }

    /** @param millis since 1970, UTC */
    // start-up: java.time looks for more time zones in every jar of the class path, 20 ms before the first numbers.
    static int second(long millis, TimeZone zone) {
        return (int) Math.floorMod(Math.floorDiv(millis + zone.getOffset(millis), 1000L), (long) SECONDS_OF_A_DAY);
    }
}
