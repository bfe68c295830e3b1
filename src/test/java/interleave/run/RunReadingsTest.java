package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Reading;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RunReadingsTest {
    private static double value(Reading reading) {
        assertTrue(reading.present(), reading::toString);
        return reading.orElse(0);
    }

    private static String words(Reading reading) {
        return ((Reading.Absent) reading).words();
    }

    @Test
    void ratesAreDifferencesOverTheWorkersClock() {
        RunReadings rates = RunWindow.EMPTY
                .plus(Frames.at(1000, 100, 50_000, 10, 1))
                .plus(Frames.at(1500, 400, 650_000, 210, 41))
                .plus(Frames.at(3000, 1100, 2_050_000, 510, 101))
                .readings();

        assertEquals(2, value(rates.of(WorkMetrics.ELAPSED_S)));
        assertEquals(1000, value(rates.of(WorkMetrics.TASKS)));
        assertEquals(500, value(rates.of(WorkMetrics.TASKS_PER_S)));
        assertEquals(100, value(rates.of(CostMetrics.CPU_PERCENT)));
        assertEquals(500, value(rates.of(CostMetrics.TASKS_PER_CPU_S)));
        assertEquals(2000, value(rates.of(CostMetrics.CPU_US_PER_TASK)));
        assertEquals(250, value(rates.of(CostMetrics.VOLUNTARY_PER_S)));
        assertEquals(50, value(rates.of(CostMetrics.INVOLUNTARY_PER_S)));
        assertEquals(300, value(rates.of(CostMetrics.SWITCHES_PER_S)));
        assertEquals(0.6, value(rates.of(CostMetrics.SWITCHES_PER_TASK)), 1e-9);
        assertEquals(20, value(rates.of(StateMetrics.OS_THREADS)));
        assertEquals(50_000_000, value(rates.of(StateMetrics.RSS_BYTES)));
    }

    @Test
    void oneFrameGivesStateAndNoRate() {
        RunReadings rates =
                RunWindow.EMPTY.plus(Frames.at(1000, 100, 50_000, 10, 1, 5)).readings();

        assertEquals(4, value(rates.of(StateMetrics.IN_FLIGHT)));
        assertEquals("warming up", words(rates.of(WorkMetrics.TASKS_PER_S)));
        assertEquals("warming up", words(rates.of(CostMetrics.SWITCHES_PER_TASK)));
        assertEquals("no task ended", words(rates.of(TimeMetrics.SERVICE, Percentile.P50)));
        assertEquals("warming up", words(RunWindow.EMPTY.readings().of(StateMetrics.IN_FLIGHT)));
    }

    @Test
    void aRatioOverNoTaskSaysSo() {
        RunReadings rates = RunWindow.EMPTY
                .plus(Frames.at(0, 7, 0, 0, 0))
                .plus(Frames.at(250, 7, 900, 5, 0))
                .readings();

        assertEquals("no task ended", words(rates.of(CostMetrics.CPU_US_PER_TASK)));
        assertEquals("no task ended", words(rates.of(CostMetrics.SWITCHES_PER_TASK)));
        assertEquals(0, value(rates.of(WorkMetrics.TASKS_PER_S)));
        assertEquals(20, value(rates.of(CostMetrics.SWITCHES_PER_S)));
    }

    @Test
    void aCounterThatWentBackIsNoRate() {
        RunReadings rates = RunWindow.EMPTY
                .plus(Frames.at(0, 7, 0, 9, 0))
                .plus(Frames.at(250, 3, 0, 5, 0))
                .readings();

        assertEquals("the counter went back", words(rates.of(WorkMetrics.TASKS)));
        assertEquals("the counter went back", words(rates.of(CostMetrics.VOLUNTARY_PER_S)));
    }

    @Test
    void histogramsOfTheWindowAreMergedAndTheFirstFrameIsNot() {
        Frame before = Frames.at(0, 1, 0, 0, 0, 500);
        Frame one = Frames.at(250, 3, 0, 0, 0, 10, 10);
        Frame two = Frames.at(500, 5, 0, 0, 0, 20, 20);
        RunWindow window = RunWindow.EMPTY.plus(before).plus(one).plus(two);

        assertEquals(4, window.readings().samples(TimeMetrics.SERVICE));
        assertEquals(10, value(window.readings().of(TimeMetrics.SERVICE, Percentile.P50)), 0.1);
        assertEquals(20, value(window.readings().of(TimeMetrics.SERVICE, Percentile.MAX)), 0.2);
        assertEquals(40, value(window.readings().of(TimeMetrics.RESPONSE, Percentile.MAX)), 0.4);
        assertEquals(2, one.times(TaskTime.SERVICE).total());
        assertEquals(0, window.cut().readings().samples(TimeMetrics.SERVICE));
        assertEquals(
                2,
                window.cut().plus(Frames.at(750, 7, 0, 0, 0, 1, 1)).readings().samples(TimeMetrics.SERVICE));
    }

    @Test
    void aPercentileAsksForEnoughSamples() {
        long[] samples = LongStream.rangeClosed(1, 100).toArray();
        RunReadings readings = RunWindow.EMPTY
                .plus(Frames.at(0, 0, 0, 0, 0))
                .plus(Frames.at(250, 100, 0, 0, 0, samples))
                .readings();

        assertEquals(99, value(readings.of(TimeMetrics.SERVICE, Percentile.P99)), 0.99);
        assertEquals("100 of 1000 samples", words(readings.of(TimeMetrics.SERVICE, Percentile.P999)));
    }

    @Test
    void virtualThreadsAreAbsentWhereThereAreNone() {
        Frame plain = Frames.at(0, 0, 0, 0, 0);
        Frame virtual = Frames.withVirtualThreads(plain, 64, 2, 3, 2, 10);

        assertEquals(
                "no virtual threads here",
                words(RunWindow.EMPTY.plus(plain).readings().of(StateMetrics.CARRIERS)));
        assertEquals(64, value(RunWindow.EMPTY.plus(virtual).readings().of(StateMetrics.VIRTUAL_THREADS)));
        assertEquals(3, value(RunWindow.EMPTY.plus(virtual).readings().of(StateMetrics.CARRIERS)));
    }

    /** Histograms end at an hour: what took two was told as 3,606,462 ms. */
    @Test
    void aTimeOfAnHourOrMoreIsToldAsSuch() {
        RunWindow window =
                RunWindow.EMPTY.plus(Frames.at(250, 0, 0, 0, 0)).plus(Frames.at(500, 2, 0, 0, 0, 10, 7_200_000));
        Reading most = window.readings().of(TimeMetrics.SERVICE, Percentile.MAX);
        assertEquals(Reading.absent(Reading.Why.UNSUPPORTED, "an hour or longer, and no more is measured"), most);
        assertEquals(
                10, window.readings().of(TimeMetrics.SERVICE, Percentile.P50).orElse(-1), 0.1);
    }
}
