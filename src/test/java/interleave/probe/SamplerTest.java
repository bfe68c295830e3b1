package interleave.probe;

import static interleave.metric.HostMetrics.BLOCKED;
import static interleave.metric.HostMetrics.LOAD_1M;
import static interleave.metric.HostMetrics.RUNNABLE;
import static interleave.metric.HostMetrics.SAMPLE_MS;
import static interleave.metric.HostMetrics.SWITCHES_PER_S;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import interleave.kernel.Unreadable;
import interleave.metric.Metric;
import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.metric.Readings;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private static final long MILLI = 1_000_000L;

    /** Time passes only by waiting for orders, and by what a sample is said to take. */
    private long now = 7 * MILLI;

    private final TreeMap<Long, Sampler.Order> script = new TreeMap<>();
    private final List<Long> ticks = new ArrayList<>();
    private final List<Readings> posted = new ArrayList<>();

    @Test
    void twoQuickTicksThenTheInterval() throws InterruptedException {
        stopAt(4000);
        run(Duration.ofSeconds(1), List.of());
        assertEquals(List.of(0L, 250L, 500L, 1500L, 2500L, 3500L), ticks);
    }

    @Test
    void anIntervalShorterThanTheQuickOnesIsKept() throws InterruptedException {
        stopAt(1100);
        run(Duration.ofMillis(10), List.of());
        assertEquals(List.of(0L, 250L, 500L, 750L, 1000L), ticks);
    }

    @Test
    void latenessDoesNotAddUpAndMissedTicksAreLeftOut() throws InterruptedException {
        stopAt(6000);
        run(Duration.ofSeconds(1), List.of(takes(30)));
        assertEquals(List.of(0L, 250L, 500L, 1500L, 2500L, 3500L, 4500L, 5500L), ticks);
        ticks.clear();
        now = 7 * MILLI;
        stopAt(6000);
        run(Duration.ofSeconds(1), List.of(takes(1300)));
        assertEquals(List.of(0L, 1500L, 3000L, 5000L), ticks);
    }

    @Test
    void anotherIntervalTakesEffectAtOnce() throws InterruptedException {
        script.put(2000 * MILLI, new Sampler.Order.Every(Duration.ofMillis(250)));
        script.put(2800 * MILLI, new Sampler.Order.Every(Duration.ofSeconds(2)));
        stopAt(7000);
        run(Duration.ofSeconds(1), List.of());
        assertEquals(List.of(0L, 250L, 500L, 1500L, 2000L, 2250L, 2500L, 2750L, 4750L, 6750L), ticks);
    }

    @Test
    void ratesCoverTheMeasuredTime() throws InterruptedException {
        stopAt(600);
        run(Duration.ofSeconds(1), List.of(new Counter()));
        assertEquals(Reading.WARMING_UP, posted.get(0).of(SWITCHES_PER_S));
        assertEquals(Reading.of(1000), posted.get(1).of(SWITCHES_PER_S));
        assertEquals(Reading.of(1000), posted.get(2).of(SWITCHES_PER_S));
        assertEquals(Reading.of(0), posted.get(2).of(SAMPLE_MS));
    }

    @Test
    void aFailureIsSaidInWordsAndTheOthersGoOn() throws InterruptedException {
        stopAt(600);
        run(
                Duration.ofSeconds(1),
                List.of(
                        failing(RUNNABLE, Unreadable.malformed("stat is not as expected")),
                        failing(BLOCKED, Unreadable.missing("stat: it does not exist")),
                        new Counter()));
        Reading.Absent failed =
                assertInstanceOf(Reading.Absent.class, posted.get(1).of(RUNNABLE));
        assertEquals(new Reading.Absent(Reading.Why.FAILED, "stat is not as expected"), failed);
        Reading.Absent none =
                assertInstanceOf(Reading.Absent.class, posted.get(1).of(BLOCKED));
        assertEquals(Reading.Why.UNSUPPORTED, none.why());
        assertEquals(Reading.of(1000), posted.get(1).of(SWITCHES_PER_S));
    }

    @Test
    void anExceptionsOwnMessageIsNoReason() throws InterruptedException {
        stopAt(100);
        run(Duration.ofSeconds(1), List.of(failing(RUNNABLE, new MalformedInputException(1))));
        Reading.Absent failed =
                assertInstanceOf(Reading.Absent.class, posted.getFirst().of(RUNNABLE));
        assertEquals("failing: it is no text", failed.words());
    }

    @Test
    void whatIsSlowToStartIsStartedAfterTheFirstRates() throws InterruptedException {
        stopAt(600);
        run(Duration.ofSeconds(1), List.of(new Counter(), new Slow()));
        assertEquals(Reading.WARMING_UP, posted.get(0).of(LOAD_1M));
        assertEquals(Reading.WARMING_UP, posted.get(1).of(LOAD_1M));
        assertEquals(Reading.of(1000), posted.get(1).of(SWITCHES_PER_S));
        assertEquals(Reading.of(1), posted.get(2).of(LOAD_1M));
        assertEquals(List.of(0L, 250L, 500L), ticks);
    }

    private void stopAt(long millis) {
        script.put(millis * MILLI, new Sampler.Order.Stop());
    }

    private void run(Duration interval, List<Probe<?>> probes) throws InterruptedException {
        long start = now;
        Sampling sampling = new Sampling(probes, () -> now);
        Sampler sampler = new Sampler(sampling, () -> now, interval, readings -> {
            ticks.add((readings.nanos() - start) / MILLI);
            posted.add(readings);
        });
        sampler.loop(nanos -> {
            long until = now - start + nanos;
            Map.Entry<Long, Sampler.Order> first = script.firstEntry();
            boolean order = first.getKey() <= until;
            now = start + (order ? Math.max(first.getKey(), now - start) : until);
            if (order) script.pollFirstEntry();
            return order ? Optional.of(first.getValue()) : Optional.empty();
        });
    }

    private Probe<Long> takes(long millis) {
        return new Counter() {
            @Override
            public Long read() {
                now += millis * MILLI;
                return super.read();
            }
        };
    }

    private static Probe<Long> failing(Metric metric, IOException failure) {
        return new Probe<>() {
            @Override
            public String name() {
                return "failing";
            }

            @Override
            public List<Metric> metrics() {
                return List.of(metric);
            }

            @Override
            public Long read() throws IOException {
                throw failure;
            }

            @Override
            public ProbeReadings derive(Optional<Long> before, Long after, long elapsedNanos) {
                throw new AssertionError("nothing was read");
            }
        };
    }

    /** Counts one a millisecond. */
    private class Counter implements Probe<Long> {
        @Override
        public String name() {
            return "counter";
        }

        @Override
        public List<Metric> metrics() {
            return List.of(SWITCHES_PER_S);
        }

        @Override
        public Long read() {
            return now / MILLI;
        }

        @Override
        public ProbeReadings derive(Optional<Long> before, Long after, long elapsedNanos) {
            return ProbeReadings.of(Map.of(
                    SWITCHES_PER_S,
                    before.map(past -> Rates.perSecond(past, after, elapsedNanos))
                            .orElse(Reading.WARMING_UP)));
        }
    }

    private final class Slow implements Probe<Integer> {
        @Override
        public String name() {
            return "slow";
        }

        @Override
        public boolean slowToStart() {
            return true;
        }

        @Override
        public List<Metric> metrics() {
            return List.of(LOAD_1M);
        }

        @Override
        public Integer read() {
            if (posted.size() == 2) now += 100 * MILLI;
            return 1;
        }

        @Override
        public ProbeReadings derive(Optional<Integer> before, Integer after, long elapsedNanos) {
            return ProbeReadings.of(Map.of(LOAD_1M, Reading.of(after)));
        }
    }
}
