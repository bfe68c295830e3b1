package interleave.panel;

import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.ThreadReadings;
import interleave.screen.Canvas;
import interleave.screen.Columns.Placed;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Text;
import interleave.state.ThreadRow;
import interleave.state.ThreadsLook;
import java.util.List;

/** A row of threads on its line of the screen. */
record ThreadLine(ThreadRow row, ThreadNames names, ThreadsLook look, Canvas canvas) {
    /** The name, with how many they are behind it; threads of an open pool stand further in. */
    static String name(ThreadRow row) {
        String name = Text.cells(row.name());
        if (row.within()) return "  " + name;
        return row.pool() ? name + " (" + Numbers.count(row.threads()) + ")" : name;
    }

    void draw(List<Placed<ThreadColumn>> columns) {
        for (Placed<ThreadColumn> column : columns) draw(column);
    }

    private void draw(Placed<ThreadColumn> column) {
        switch (column.what()) {
            case TID -> canvas.right(column.end(), 0, tid(), Ink.FAINT);
            case NAME -> named(column);
            case PROCESS ->
                canvas.text(
                        column.column(),
                        0,
                        names.process(row, column.width(), canvas.symbols().ellipsis()),
                        Ink.FAINT);
            case ON ->
                canvas.right(
                        column.end(),
                        0,
                        row.pool() ? "" : String.valueOf(row.busiest().now().cpu()),
                        Ink.FAINT);
            case AGE -> canvas.right(column.end(), 0, age(), Ink.FAINT);
            case DOES -> canvas.fit(column.column(), 0, column.width(), does(), Ink.FAINT);
            default -> number(column);
        }
    }

    /** The number in brackets is not cut off. */
    private void named(Placed<ThreadColumn> column) {
        boolean followed = look.followed().isPresent() && look.followed().get().equals(row.key());
        Ink ink = followed ? Ink.GOOD : row.within() ? Ink.PLAIN : Ink.STRONG;
        String text = name(row);
        int bracket = row.pool() ? text.lastIndexOf(" (") : text.length();
        String end = text.substring(bracket);
        char ellipsis = canvas.symbols().ellipsis();
        String begin = Text.fit(text.substring(0, bracket), column.width() - end.length(), ellipsis);
        canvas.text(column.column(), 0, begin + end, ink);
    }

    private String tid() {
        if (!row.pool()) return String.valueOf(row.key().tid());
        return look.opened().contains(row.key()) ? "open" : "pool";
    }

    private String age() {
        int seconds = row.ageMillis() / 1000;
        return seconds < ThreadTablePanel.OLD ? "" : Numbers.age(seconds);
    }

    /** Of a pool the one that comes first in the order; of a thread its state; and what it is for, where known. */
    private String does() {
        String role = names.role(row);
        String state = row.pool() ? busiest() : names.state(row.busiest());
        return role.isEmpty() ? state : role + "; " + state;
    }

    private String busiest() {
        ThreadReadings busiest = row.busiest();
        ThreadColumn column = ThreadColumn.of(look.order());
        Reading reading = busiest.of(column.metric.orElseThrow());
        boolean alike = busiest.names().own().equals(row.name());
        String which = alike ? "#" + busiest.tid() : Text.cells(busiest.names().own());
        return "busiest " + which + ": " + column.format().of(reading, canvas.symbols()) + " " + column.title();
    }

    private void number(Placed<ThreadColumn> column) {
        Metric metric = column.what().metric.orElseThrow();
        Reading reading = row.of(metric);
        Ink ink = column.what() == ThreadColumn.of(look.order()) ? Ink.STRONG : Ink.PLAIN;
        Paint.number(
                canvas,
                column.end(),
                0,
                reading,
                !row.least(metric),
                column.what().format(),
                ink);
    }
}
