package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.metric.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A worker that does 1,000 tasks a second and stood still for six seconds within the second frame's stretch. */
class LeftOutTest {
    private static final Frame ZERO = Frames.at(0, 0, 0, 0, 0);
    private static final Frame BEFORE = Frames.at(1000, 1000, 50_000, 100, 10, 20, 20);
    private static final Frame AFTER = paused(Frames.at(7250, 1200, 60_000, 120, 12, 6020));
    private static final Frame LATER = paused(Frames.at(8250, 2200, 110_000, 220, 22, 20));

    private static Frame paused(Frame frame) {
        return Frames.withExtra(Frames.withPause(frame, 6000), Map.of("paused_s", 6.0, "lost_updates", 3.0));
    }

    private static RunWindow window(Frame... frames) {
        RunWindow window = RunWindow.EMPTY;
        for (Frame frame : frames) window = window.plus(frame);
        return window;
    }

    private static RunMetric named(RunReadings readings, String name) {
        return readings.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertTwoSeconds(RunWindow window) {
        RunReadings rates = window.readings();
        assertEquals(Reading.of(2), rates.of(WorkMetrics.ELAPSED_S));
        assertEquals(Reading.of(1000), rates.of(WorkMetrics.TASKS_PER_S));
        assertEquals(Reading.of(50), rates.of(CostMetrics.CPU_US_PER_TASK));
        assertEquals(Reading.of(0.11), rates.of(CostMetrics.SWITCHES_PER_TASK));
        assertEquals(3, window.times(TaskTime.RESPONSE).orElseThrow().total(), "without that of the stretch");
        assertEquals(Reading.of(6), rates.of(named(rates, "paused_s")));
        assertEquals(Reading.of(0), rates.of(named(rates, "lost_updates")));
    }

    @Test
    void theStretchCountsForNothingButIsTold() {
        assertTwoSeconds(window(ZERO, BEFORE, AFTER, LATER));
    }

    @Test
    void whereverTheWindowWasCut() {
        assertTwoSeconds(
                window(ZERO, BEFORE).plus(window(ZERO, BEFORE).cut().plus(AFTER).plus(LATER)));
        RunWindow first = window(ZERO, BEFORE, AFTER);
        assertTwoSeconds(first.plus(first.cut().plus(LATER)));
    }

    @Test
    void anOpenLoadsPlanToo() {
        RunWindow window = window(
                Frames.withPlan(ZERO, 0, 0),
                Frames.withPlan(BEFORE, 1000, 5, 1),
                Frames.withPlan(AFTER, 1300, 60, 6000),
                Frames.withPlan(LATER, 2300, 65, 1));
        assertEquals(Reading.of(1000), window.readings().of(WorkMetrics.OFFERED_PER_S));
        assertEquals(Reading.of(10), window.readings().of(WorkMetrics.DROPPED));
        assertEquals(2, window.times(TaskTime.LATE).orElseThrow().total());
    }

    @Test
    void aStretchAloneIsNoTime() {
        assertEquals(
                false,
                window(BEFORE, AFTER).readings().of(WorkMetrics.TASKS_PER_S).present());
    }
}
