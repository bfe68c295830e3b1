package interleave.panel;

import interleave.screen.Canvas;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Numbers;

/** The line beneath a graph that says how long ago its columns were. */
final class TimeAxis {
    /** Columns from one label to the next. */
    private static final int PITCH = 20;

    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private TimeAxis() {}

    /** @param newest the column that shows the newest sample */
    static void draw(Canvas canvas, int row, int newest, long stepNanos) {
        canvas.right(newest + 1, row, "now", Ink.TRACK);
        for (int column = newest - PITCH; column >= 0; column -= PITCH) {
            String words = ago(Graph.samples(newest - column), stepNanos);
            if (column - words.length() + 1 >= 0) canvas.right(column + 1, row, words, Ink.TRACK);
        }
    }

    /** So many steps before the newest, such as {@code -40 s}. */
    static String ago(long steps, long stepNanos) {
        return "-" + Numbers.age(steps * stepNanos / NANOS_PER_SECOND);
    }
}
