package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Reading;
import interleave.metric.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The further figures of a task, as the screen has them. */
class FigureTest {
    private record Figure(String title, Unit unit, Reading reading, boolean telling) {}

    @Test
    void aCountIsSinceTheRunBegan() {
        assertEquals(
                new Figure("lost updates", Unit.COUNT, Reading.of(30), true),
                only(frame(100, "lost_updates", 10), frame(200, "lost_updates", 30)));
    }

    @Test
    void aTimeThatOnlyGrowsIsPerTask() {
        Figure wait = only(frame(100, "run_queue_wait_us", 1000), frame(300, "run_queue_wait_us", 1500));
        assertEquals(new Figure("run-queue wait per task", Unit.MICROSECONDS, Reading.of(2.5), true), wait);
        assertFalse(only(frame(100, "run_queue_wait_us", 1000)).reading().present());
    }

    @Test
    void aStateIsTheHighestSinceTheWindowOpened() {
        assertEquals(
                Reading.of(40),
                only(frame(100, "loop_lag_ms", 90), frame(200, "loop_lag_ms", 40), frame(300, "loop_lag_ms", 1.5))
                        .reading());
        assertEquals(Reading.of(90), only(frame(100, "loop_lag_ms", 90)).reading());
    }

    @Test
    void aLagTellsSomethingOfABlockedLoopAlone() {
        assertTrue(only(frame(100, "loop_lag_ms", 60)).telling());
        assertFalse(only(frame(100, "loop_lag_ms", 1.5)).telling());
        assertFalse(only(frame(100, "connections_opened", 256)).telling());
    }

    @Test
    void whatNobodyNamedGoesByItsOwnName() {
        assertEquals(new Figure("mystery_bytes", Unit.COUNT, Reading.of(7), false), only(frame(1, "mystery_bytes", 7)));
        assertEquals(List.of(), RunWindow.EMPTY.readings().figures());
    }

    /** A run that says nothing any more has shown what it has shown. */
    @Test
    void whatATaskHasShownStaysWhereARunGoesSilent() {
        RunReadings stale =
                RunWindow.EMPTY.plus(frame(100, "lost_updates", 10)).readings().stale();
        assertEquals(Reading.of(10), stale.of(stale.figures().getFirst()));
        assertFalse(stale.of(StateMetrics.IN_FLIGHT).present());
    }

    private static Figure only(Frame... frames) {
        RunWindow window = RunWindow.EMPTY;
        for (Frame frame : frames) window = window.plus(frame);
        RunReadings readings = window.readings();
        List<RunMetric> figures = readings.figures();
        assertEquals(1, figures.size());
        RunMetric metric = figures.getFirst();
        Reading reading = readings.of(metric);
        return new Figure(metric.inDetail(), metric.metric().unit(), reading, metric.tells(reading));
    }

    private static Frame frame(long tasks, String name, double value) {
        return Frames.withExtra(Frames.at(tasks, tasks, 0, 0, 0), Map.of(name, value));
    }
}
