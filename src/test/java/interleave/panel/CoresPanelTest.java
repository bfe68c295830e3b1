package interleave.panel;

import static interleave.metric.HostMetrics.IOWAIT_PERCENT;
import static interleave.metric.HostMetrics.IRQ_PERCENT;
import static interleave.metric.HostMetrics.STEAL_PERCENT;
import static interleave.metric.HostMetrics.SYSTEM_PERCENT;
import static interleave.metric.HostMetrics.USER_PERCENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.screen.Canvas;
import interleave.screen.Glyphs;
import interleave.screen.Grid;
import interleave.screen.Rect;
import interleave.screen.Size;
import interleave.state.State;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The legend beneath the cores: each part by its name and its number, whole, or not at all. */
class CoresPanelTest {
    private static final Size USUAL = new Size(80, 24);

    @Test
    void aHundredPercentLeaveTheNameWhole() {
        assertEquals("us100 sy 0 ir 0 st 0 wa0", legend(24, 100, 0, 0, 0, 0));
        assertEquals("us 0 sy 0 ir 0 st0 wa100", legend(24, 0, 0, 0, 0, 100));
        assertEquals("us27 sy26 ir12 st 0 wa 5", legend(24, 27, 26, 12, 0, 5));
        assertEquals("us 100 sy  0 ir  0 st  0 wa 0", legend(29, 100, 0, 0, 0, 0));
    }

    @Test
    void noNameStandsWithoutItsNumber() {
        for (int columns = 12; columns <= 80; columns++)
            for (int user = 0; user <= 100; user += 50) {
                String legend = legend(columns, user, 100 - user, 0, 0, 0);
                String numbers = legend.replaceAll("[^0-9 ]+", " ").strip();
                String begin = user + " " + (100 - user) + " 0 0 0";
                assertTrue(begin.startsWith(numbers.replaceAll(" +", " ")), columns + ": " + legend);
                assertTrue(legend.matches("us.*[0-9]"), columns + ": " + legend);
                if (columns >= 24) assertTrue(legend.contains("wa"), columns + ": " + legend);
                if (columns >= 29 && user < 100) assertTrue(legend.matches("us[er]* .*"), columns + ": " + legend);
            }
    }

    private static String legend(int columns, int user, int system, int irq, int steal, int iowait) {
        Map<Metric, Reading> values = Map.of(
                USER_PERCENT, Reading.of(user),
                SYSTEM_PERCENT, Reading.of(system),
                IRQ_PERCENT, Reading.of(irq),
                STEAL_PERCENT, Reading.of(steal),
                IOWAIT_PERCENT, Reading.of(iowait));
        State state = Scenes.threeRuns(USUAL, values);
        Grid grid = new Grid(new Size(columns, 5));
        Canvas canvas = new Canvas(grid, Glyphs.BRAILLE).clip(new Rect(0, 0, columns, 5));
        Panels.CORES.draw(state, Arrangement.of(USUAL, state), canvas);
        return grid.toString().lines().reduce((before, last) -> last).orElse("").stripTrailing();
    }
}
