package interleave.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Charts as SVG within a page. They are drawn 360 units wide, so that their texts can be read where that many pixels
 * are all there is. Pure.
 */
final class Svg {
    private static final int WIDTH = 360;
    private static final int ROW = 34;
    private static final int BAR = 12;
    private static final int TITLE = 20;
    /** Few texts are wider, in any of the fonts: of 12 units. */
    private static final double LETTER = 7.2;

    private static final int HEIGHT = 210;
    private static final int LEFT = 8;
    private static final int RIGHT = WIDTH - 14;
    private static final int TOP = 40;
    private static final int BOTTOM = HEIGHT - 34;

    private Svg() {}

    static void draw(Markup html, Chart chart, String id) {
        switch (chart) {
            case Chart.Bars bars -> bars(html, bars, id);
            case Chart.Curve curve -> curve(html, curve, id);
        }
    }

    private static void begin(Markup html, String title, String words, int height, String id) {
        html.begin(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc");
        html.with("title", title, "id", id + "-title").with("desc", words, "id", id + "-desc");
        html.with("text", fitted(title, WIDTH), "x", "0", "y", "13", "class", "faint");
    }

    /** Each under its label and number. */
    private static void bars(Markup html, Chart.Bars chart, String id) {
        String words = chart.bars().stream()
                .map(bar -> bar.label() + ": " + bar.text())
                .collect(Collectors.joining("; "));
        begin(html, chart.title(), words, TITLE + ROW * chart.bars().size() + 2, id);
        double most = 0;
        for (Chart.Bar bar : chart.bars()) most = Math.max(most, Math.max(bar.value(), bar.high()));
        for (int i = 0; i < chart.bars().size(); i++) bar(html, chart.bars().get(i), TITLE + ROW * i, most);
        html.end("svg");
    }

    private static void bar(Markup html, Chart.Bar bar, int top, double most) {
        double scale = most <= 0 ? 0 : (WIDTH - 2) / most;
        String value = fitted(bar.text(), WIDTH / 2.0);
        html.with("text", fitted(bar.label(), WIDTH - LETTER * (value.length() + 1)), "x", "0", "y", number(top + 12));
        html.with("text", value, "x", number(WIDTH), "y", number(top + 12), "text-anchor", "end");
        rectangle(html, "track", top + 17, WIDTH);
        // Anything more than nothing is seen.
        rectangle(html, "bar", top + 17, bar.value() <= 0 ? 0 : Math.max(1.5, bar.value() * scale));
        if (bar.high() > bar.low()) {
            double middle = top + 17 + BAR / 2.0;
            line(html, "spread", bar.low() * scale, middle, bar.high() * scale, middle);
            for (double end : new double[] {bar.low() * scale, bar.high() * scale})
                line(html, "spread", end, middle - 4, end, middle + 4);
        }
    }

    private static void rectangle(Markup html, String kind, double top, double width) {
        html.empty(
                "rect",
                "class",
                kind,
                "x",
                "0",
                "y",
                number(top),
                "width",
                number(width),
                "height",
                number(BAR),
                "rx",
                "2");
    }

    private static void line(Markup html, String kind, double x1, double y1, double x2, double y2) {
        html.empty("line", "class", kind, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2));
    }

    private static void curve(Markup html, Chart.Curve chart, String id) {
        String words = chart.points().stream()
                .map(point -> chart.across() + " " + number(point.across()) + ": " + point.text())
                .collect(Collectors.joining("; "));
        begin(html, chart.title(), words, HEIGHT, id);
        line(html, "axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        line(html, "axis", LEFT, TOP, LEFT, BOTTOM);
        List<Chart.Point> points = chart.points();
        if (!points.isEmpty()) points(html, points);
        html.with(
                "text",
                fitted(chart.across(), WIDTH),
                "x",
                number(WIDTH / 2.0),
                "y",
                number(HEIGHT - 4),
                "text-anchor",
                "middle",
                "class",
                "faint");
        html.end("svg");
    }

    private static void points(Markup html, List<Chart.Point> points) {
        double from = Math.log(points.getFirst().across());
        double to = Math.log(points.getLast().across());
        Chart.Point best = points.getFirst();
        for (Chart.Point point : points) if (point.value() > best.value()) best = point;
        StringBuilder path = new StringBuilder();
        for (Chart.Point point : points) {
            double x = x(point, from, to);
            double y = y(point, best.value());
            path.append(path.isEmpty() ? "" : " ").append(number(x)).append(',').append(number(y));
            html.empty("circle", "class", "bar", "cx", number(x), "cy", number(y), "r", "3");
        }
        html.empty("polyline", "class", "curve", "points", path.toString());
        label(html, best.text(), x(best, from, to), TOP - 8);
        for (Chart.Point end : points.size() == 1 ? points : List.of(points.getFirst(), points.getLast()))
            label(html, number(end.across()), x(end, from, to), BOTTOM + 14);
    }

    /** Turned inwards at the edges. */
    private static void label(Markup html, String text, double x, double y) {
        String anchor = x < WIDTH / 4.0 ? "start" : x > WIDTH * 3 / 4.0 ? "end" : "middle";
        double room = anchor.equals("start") ? WIDTH - x : anchor.equals("end") ? x : 2 * Math.min(x, WIDTH - x);
        html.with("text", fitted(text, room), "x", number(x), "y", number(y), "text-anchor", anchor);
    }

    /** Cut to what has room; its description has the whole. */
    private static String fitted(String text, double room) {
        int most = Math.max(1, (int) (room / LETTER));
        if (text.codePointCount(0, text.length()) <= most) return text;
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static double x(Chart.Point point, double from, double to) {
        return to == from ? LEFT : LEFT + (RIGHT - LEFT) * (Math.log(point.across()) - from) / (to - from);
    }

    private static double y(Chart.Point point, double most) {
        return most <= 0 ? BOTTOM : BOTTOM - (BOTTOM - TOP) * point.value() / most;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
