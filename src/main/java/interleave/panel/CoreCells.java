package interleave.panel;

import interleave.metric.Core;
import interleave.metric.Reading;
import interleave.screen.Canvas;
import interleave.screen.Graph;
import interleave.screen.Ink;
import interleave.screen.Numbers;
import interleave.screen.Symbols.Mark;
import java.util.List;

/** Cores too many for bars: upright columns, or cells, each as wide as there is room for. */
final class CoreCells {
    private static final int LEAST_UPRIGHT = 2;

    private CoreCells() {}

    static void draw(List<Core> cores, Canvas canvas) {
        int rows = canvas.rows() - 1;
        if (rows < 1) return;
        words(cores, canvas);
        if (rows >= LEAST_UPRIGHT && cores.size() <= canvas.columns()) upright(cores, canvas, rows);
        else cells(cores, canvas, rows);
    }

    /** One line of cells, without words: where there is no more room. */
    static void line(List<Core> cores, Canvas canvas) {
        cells(cores, canvas, 1);
    }

    private static void upright(List<Core> cores, Canvas canvas, int rows) {
        int pitch = Math.min(4, canvas.columns() / cores.size());
        int width = Math.max(1, pitch - 1);
        for (int i = 0; i < cores.size(); i++) {
            Reading busy = cores.get(i).busy();
            for (int up = 0; up < rows; up++) {
                char glyph = upright(canvas, busy, up, rows);
                Ink ink = busy.present() ? Graph.inkOf(busy.orElse(0) / 100) : Ink.FAINT;
                for (int x = 0; x < width; x++) canvas.put(i * pitch + x, rows - 1 - up, glyph, ink);
            }
        }
    }

    private static char upright(Canvas canvas, Reading busy, int up, int rows) {
        if (!busy.present()) return up == 0 ? canvas.symbols().mark(Mark.MISSING) : ' ';
        double height = Math.max(busy.orElse(0) / 100 * rows, 1.0 / 8);
        return canvas.symbols().level(height - up);
    }

    /** Each core a level and, with room, its number; where even one character is too much, the busiest of a few. */
    private static void cells(List<Core> cores, Canvas canvas, int rows) {
        int pitch = 1;
        for (int wide : new int[] {6, 2}) {
            if (pitch == 1 && (canvas.columns() + 1) / wide * rows >= cores.size()) pitch = wide;
        }
        int across = Math.max(1, (canvas.columns() + (pitch > 1 ? 1 : 0)) / pitch);
        int together = Math.max(1, (cores.size() + across * rows - 1) / (across * rows));
        int count = (cores.size() + together - 1) / together;
        for (int i = 0; i < count; i++) {
            Reading busy = busiest(cores, i * together, together);
            cell(canvas, i % across * pitch, i / across, pitch, busy);
        }
    }

    private static void cell(Canvas canvas, int column, int row, int pitch, Reading busy) {
        Ink ink = busy.present() ? Graph.inkOf(busy.orElse(0) / 100) : Ink.FAINT;
        // A full cell would run into the one above it.
        double level = Math.clamp(busy.orElse(0) / 100, 1.0 / 8, 7.0 / 8);
        char glyph = pitch > 2
                ? canvas.symbols().mark(Mark.PRESENT)
                : canvas.symbols().level(level);
        if (!busy.present()) glyph = canvas.symbols().mark(Mark.MISSING);
        canvas.put(column, row, glyph, ink);
        if (pitch > 2 && busy.present()) canvas.right(column + 4, row, Numbers.percent(busy.orElse(0)), Ink.FAINT);
    }

    private static Reading busiest(List<Core> cores, int from, int count) {
        Reading busiest = cores.get(from).busy();
        for (int i = from + 1; i < Math.min(cores.size(), from + count); i++) {
            Reading busy = cores.get(i).busy();
            if (busy.orElse(-1) > busiest.orElse(-1)) busiest = busy;
        }
        return busiest;
    }

    private static void words(List<Core> cores, Canvas canvas) {
        int absent = 0;
        int unusable = 0;
        Core busiest = cores.getFirst();
        for (Core core : cores) {
            if (!core.online()) absent++;
            if (core.online() && !core.usable()) unusable++;
            if (core.busy().orElse(-1) > busiest.busy().orElse(-1)) busiest = core;
        }
        String words = "busiest " + busiest.id();
        if (busiest.busy() instanceof Reading.Value(double value)) words += " at " + Numbers.percent(value) + " %";
        else words = "warming up";
        if (absent > 0) words += ", " + absent + " offline";
        if (unusable > 0) words += ", " + unusable + " not for runs";
        canvas.fit(0, canvas.rows() - 1, canvas.columns(), words, Ink.FAINT);
    }
}
