package interleave.panel;

import interleave.screen.Canvas;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Numbers;

/** The line beneath a graph that says how long ago its columns were. */
final class TimeAxis {
    /** Columns from one label to the next, at least. */
    private static final int PITCH = 14;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;

    /** Seconds between labels. */
    private static final int[] STEPS = {
        1, 2, 5, 10, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR, DAY
    };

    private TimeAxis() {}

    /**
     * Labels stand at round times, each with its last character under the column that shows it.
     *
     * @param newest the column that shows the newest sample
     */
    static void draw(Canvas canvas, int row, int newest, long stepNanos) {
        canvas.right(newest + 1, row, "now", Ink.TRACK);
        double perColumn = Graph.samples(1) * stepNanos / NANOS_PER_SECOND;
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && STEPS[i] >= PITCH * perColumn; i--) step = STEPS[i];
        for (int label = 1; ; label++) {
            String words = "-" + span((long) label * step);
            int column = newest - (int) Math.round(label * step / perColumn);
            if (column - words.length() + 1 < 0) return;
            canvas.right(column + 1, row, words, Ink.TRACK);
        }
    }

    /** Such as {@code 30 s}, {@code 1.5 min}. */
    private static String span(long seconds) {
        if (seconds < MINUTE) return seconds + " s";
        int unit = seconds < HOUR ? MINUTE : seconds < DAY ? HOUR : DAY;
        String name = unit == MINUTE ? " min" : unit == HOUR ? " h" : " d";
        return Numbers.fixed((double) seconds / unit, seconds % unit == 0 ? 0 : 1) + name;
    }

    /** So many steps before the newest, such as {@code -40 s}. */
    static String ago(long steps, long stepNanos) {
        return "-" + Numbers.age((long) (steps * stepNanos / NANOS_PER_SECOND));
    }
}
