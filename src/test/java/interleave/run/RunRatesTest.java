package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Reading;
import interleave.run.Frame.Carriers;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RunRatesTest {
    private static double value(Reading reading) {
        assertTrue(reading.present(), reading::toString);
        return reading.orElse(0);
    }

    private static String words(Reading reading) {
        return ((Reading.Absent) reading).words();
    }

    @Test
    void ratesAreDifferencesOverTheWorkersClock() {
        RunRates rates = RunWindow.EMPTY
                .plus(Frames.at(1000, 100, 50_000, 10, 1))
                .plus(Frames.at(1500, 400, 650_000, 210, 41))
                .plus(Frames.at(3000, 1100, 2_050_000, 510, 101))
                .rates();

        assertEquals(2, value(rates.elapsedSeconds()));
        assertEquals(1000, value(rates.tasks()));
        assertEquals(500, value(rates.tasksPerSecond()));
        assertEquals(100, value(rates.cpuPercent()));
        assertEquals(500, value(rates.tasksPerCpuSecond()));
        assertEquals(2000, value(rates.cpuMicrosPerTask()));
        assertEquals(250, value(rates.voluntaryPerSecond()));
        assertEquals(50, value(rates.involuntaryPerSecond()));
        assertEquals(300, value(rates.switchesPerSecond()));
        assertEquals(0.6, value(rates.switchesPerTask()), 1e-9);
        assertEquals(20, value(rates.osThreads()));
        assertEquals(50_000_000, value(rates.residentBytes()));
    }

    @Test
    void oneFrameGivesStateAndNoRate() {
        RunRates rates =
                RunWindow.EMPTY.plus(Frames.at(1000, 100, 50_000, 10, 1, 5)).rates();

        assertEquals(4, value(rates.inFlight()));
        assertEquals("warming up", words(rates.tasksPerSecond()));
        assertEquals("warming up", words(rates.switchesPerTask()));
        assertEquals("no task ended", words(rates.service().p50()));
        assertEquals("warming up", words(RunWindow.EMPTY.rates().inFlight()));
    }

    @Test
    void aRatioOverNoTaskSaysSo() {
        RunRates rates = RunWindow.EMPTY
                .plus(Frames.at(0, 7, 0, 0, 0))
                .plus(Frames.at(250, 7, 900, 5, 0))
                .rates();

        assertEquals("no task ended", words(rates.cpuMicrosPerTask()));
        assertEquals("no task ended", words(rates.switchesPerTask()));
        assertEquals(0, value(rates.tasksPerSecond()));
        assertEquals(20, value(rates.switchesPerSecond()));
    }

    @Test
    void aCounterThatWentBackIsNoRate() {
        RunRates rates = RunWindow.EMPTY
                .plus(Frames.at(0, 7, 0, 9, 0))
                .plus(Frames.at(250, 3, 0, 5, 0))
                .rates();

        assertEquals("the counter went back", words(rates.tasks()));
        assertEquals("the counter went back", words(rates.voluntaryPerSecond()));
    }

    @Test
    void histogramsOfTheWindowAreMergedAndTheFirstFrameIsNot() {
        Frame before = Frames.at(0, 1, 0, 0, 0, 500);
        Frame one = Frames.at(250, 3, 0, 0, 0, 10, 10);
        Frame two = Frames.at(500, 5, 0, 0, 0, 20, 20);
        RunWindow window = RunWindow.EMPTY.plus(before).plus(one).plus(two);

        assertEquals(4, window.rates().service().samples());
        assertEquals(10, value(window.rates().service().p50()), 0.1);
        assertEquals(20, value(window.rates().service().max()), 0.2);
        assertEquals(40, value(window.rates().response().max()), 0.4);
        assertEquals(2, one.service().total());
        assertEquals(0, window.cut().rates().service().samples());
        assertEquals(
                2,
                window.cut()
                        .plus(Frames.at(750, 7, 0, 0, 0, 1, 1))
                        .rates()
                        .service()
                        .samples());
    }

    @Test
    void aPercentileAsksForEnoughSamples() {
        long[] samples = LongStream.rangeClosed(1, 100).toArray();
        Latency latency = RunWindow.EMPTY
                .plus(Frames.at(0, 0, 0, 0, 0))
                .plus(Frames.at(250, 100, 0, 0, 0, samples))
                .rates()
                .service();

        assertEquals(99, value(latency.p99()), 0.99);
        assertEquals("100 of 1000 samples", words(latency.p999()));
    }

    @Test
    void virtualThreadsAreAbsentWhereThereAreNone() {
        Frame plain = Frames.at(0, 0, 0, 0, 0);
        Frame virtual = Frames.withVirtualThreads(plain, 64, new Carriers(2, 3, 2, 10));

        assertEquals(
                "no virtual threads here",
                words(RunWindow.EMPTY.plus(plain).rates().carriers()));
        assertEquals(64, value(RunWindow.EMPTY.plus(virtual).rates().virtualThreads()));
        assertEquals(3, value(RunWindow.EMPTY.plus(virtual).rates().carriers()));
    }
}
