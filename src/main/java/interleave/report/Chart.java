package interleave.report;

import java.util.List;

/** A chart. It says in words what it shows, too. */
public sealed interface Chart {
    String title();

    /** Of numbers from 0 on, side by side. */
    record Bars(String title, List<Bar> bars) implements Chart {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * @param text the number as people read it
     * @param low the least of its repetitions; the value itself where there is one
     * @param high the most of them
     */
    record Bar(String label, double value, String text, double low, double high) {}

    /** A number along a setting, by ratio. */
    record Curve(String title, String across, List<Point> points) implements Chart {
        public Curve {
            points = List.copyOf(points);
        }
    }

    /** @param across above 0 */
    record Point(double across, double value, String text) {}
}
