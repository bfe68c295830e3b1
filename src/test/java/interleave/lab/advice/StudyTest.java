package interleave.lab.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Reading;
import interleave.spec.Arrival;
import interleave.spec.Limits;
import interleave.spec.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The searches and the answer, over a machine that obeys the theory. */
class StudyTest {
    private static final Entrant POOL = new Entrant(new Workload("http", "pool"), Entrant.Threads.POOL);
    private static final Entrant LOOP = new Entrant(new Workload("http", "event-loop"), Entrant.Threads.ENOUGH);
    private static final Entrant SINGLE = new Entrant(new Workload("http", "single"), Entrant.Threads.ONE);

    /** A value that is found by bisection is the truth to so much. */
    private static final double NEAR = 0.05;

    private static Need need(double rate, int p99Millis, OptionalInt connections) {
        return new Need(
                Duration.ofMillis(20),
                Duration.ofNanos(200_000),
                rate,
                Arrival.POISSON,
                Duration.ofMillis(p99Millis),
                connections);
    }

    private static Need need(double rate) {
        return need(rate, 60, OptionalInt.empty());
    }

    @ParameterizedTest
    @CsvSource({"100, 2, 260", "500, 2, 230", "3000, 2, 250", "3000, 4, 300", "9000, 8, 250", "40, 1, 210"})
    void theSmallestPoolIsFoundInAFewSteps(double rate, double cpus, double cpuMicros) throws Exception {
        Need need = need(rate);
        Theory bench = new Theory(need, cpus, cpuMicros / 1e6);
        PoolSearch search = new PoolSearch(need, bench);
        search.run(PoolSearch.suggested(need));
        int steps = bench.asked.size();
        int truth = bench.smallestPool();
        int found = search.smallest().orElseThrow();
        assertTrue(found >= truth && found <= Math.max(truth + 1, truth * (1 + NEAR)), found + " is not " + truth);
        assertTrue(steps <= 8, steps + " steps: " + bench.asked);
    }

    @ParameterizedTest
    @CsvSource({"100, 1, 260", "3000, 1, 250", "3000, 2, 700", "20, 8, 220", "9000, 16, 900"})
    void theHighestRateIsFoundInAFewStepsAndWasMeasured(double rate, double cpus, double cpuMicros) throws Exception {
        Need need = need(rate);
        Theory bench = new Theory(need, cpus, cpuMicros / 1e6);
        Advice advice = Study.of(LOOP, need, bench);
        int steps = bench.asked.size();
        double truth = bench.highest(OptionalInt.empty());
        assertEquals(truth, advice.highestPerSecond(), NEAR * truth);
        assertTrue(advice.highestPerSecond() <= truth * 1.001, "what is told was held");
        assertEquals(rate <= truth, advice.meets());
        assertEquals(Bound.CPU, advice.boundBy());
        assertTrue(steps <= 9, steps + " steps: " + bench.asked);
    }

    @Test
    void aPoolThatIsTheBoundIsToldWithALargerOne() throws Exception {
        Need need = need(1000);
        Theory bench = new Theory(need, 2, 250e-6);
        Advice advice = Study.of(POOL, need, bench);
        assertTrue(advice.meets());
        assertEquals(Bound.POOL, advice.boundBy());
        assertEquals(bench.smallestPool(), advice.pool().getAsInt(), 1);
        Advice.Larger larger = advice.larger().orElseThrow();
        assertEquals(Bound.CPU, larger.boundBy());
        assertTrue(larger.pool() > advice.pool().getAsInt() && larger.highestPerSecond() > 5000, larger.toString());
        double truth = bench.highest(OptionalInt.of(larger.pool()));
        assertEquals(truth, larger.highestPerSecond(), NEAR * truth);
    }

    /** Of a task of ten seconds 3,000 a second are 30,000 threads, more than a pool may have. */
    @Test
    void noPoolIsTriedThatMayNotBe() throws Exception {
        Need need = new Need(
                Duration.ofSeconds(10),
                Duration.ofNanos(10_000),
                3000,
                Arrival.POISSON,
                Duration.ofSeconds(20),
                OptionalInt.empty());
        Theory bench = new Theory(need, 2, 20e-6);
        Advice advice = Study.of(POOL, need, bench);
        assertFalse(advice.meets());
        assertEquals(OptionalInt.of(Limits.MOST_THREADS), advice.pool());
        assertEquals(2000, advice.highestPerSecond(), 2000 * NEAR);
    }

    /** A larger one that cannot be had takes nothing from what was found. */
    @Test
    void aLargerPoolThatFailsIsLeftOut() throws Exception {
        Need need = need(1000);
        Theory bench = new Theory(need, 2, 250e-6) {
            @Override
            public Seen at(OptionalInt pool, double rate) throws NoAnswer {
                if (pool.orElse(0) > 60) throw new NoAnswer("there is room for 60 threads", false);
                return super.at(pool, rate);
            }
        };
        Advice advice = Study.of(POOL, need, bench);
        assertTrue(advice.meets());
        assertEquals(Optional.empty(), advice.larger());
    }

    @Test
    void connectionsBoundWhatHasThreadsEnough() throws Exception {
        Need need = need(800, 60, OptionalInt.of(20));
        Theory bench = new Theory(need, 2, 250e-6);
        Advice advice = Study.of(LOOP, need, bench);
        assertTrue(advice.meets());
        assertEquals(Bound.CONNECTIONS, advice.boundBy());
        assertEquals(1000, advice.highestPerSecond(), 1000 * NEAR);
        Advice pool = Study.of(POOL, need, new Theory(need, 2, 250e-6));
        assertEquals(Bound.CONNECTIONS, pool.larger().orElseThrow().boundBy());
    }

    @Test
    void whatTheCpuCannotNoPoolCan() throws Exception {
        Need need = need(9000);
        Theory bench = new Theory(need, 2, 250e-6);
        Advice advice = Study.of(POOL, need, bench);
        assertFalse(advice.meets());
        assertEquals(Bound.CPU, advice.boundBy());
        assertEquals(bench.highest(advice.pool()), advice.highestPerSecond(), 8000 * NEAR);
        assertTrue(bench.asked.size() < 60, "it was not tried with ever more threads");
    }

    @Test
    void oneThreadIsAPoolOfOne() throws Exception {
        Need need = need(3000);
        Advice advice = Study.of(SINGLE, need, new Theory(need, 2, 250e-6) {
            @Override
            public Seen at(OptionalInt pool, double rate) throws NoAnswer {
                return super.at(OptionalInt.of(1), rate);
            }
        });
        assertFalse(advice.meets());
        assertEquals(OptionalInt.empty(), advice.pool());
        assertTrue(advice.highestPerSecond() < 50, "one after the other: 49.5/s");
    }

    @Test
    void aTargetThatNobodyKeepsIsSaidSoAndNothingIsFull() throws Exception {
        Need need = need(100);
        Bench late = new Bench() {
            @Override
            public Seen at(OptionalInt pool, double rate) {
                return new Seen(rate, rate, rate, Reading.of(75), 0.1, 0, Theory.NOTHING);
            }

            @Override
            public boolean late() {
                return false;
            }
        };
        Advice advice = Study.of(LOOP, need, late);
        assertFalse(advice.meets());
        assertEquals(Optional.empty(), advice.highest());
        assertEquals(Optional.empty(), advice.asked());
        assertEquals(Bound.NONE, advice.boundBy());
    }

    @Test
    void whenTheTimeIsUpTheSearchMakesDo() throws Exception {
        Need need = need(1000);
        Theory bench = new Theory(need, 2, 250e-6);
        bench.lateAfter = 3;
        Advice advice = Study.of(POOL, need, bench);
        assertTrue(bench.asked.size() <= 4, bench.asked.toString());
        assertTrue(advice.meets());
    }

    @Test
    void aStepThatDropsOrFallsBehindOrIsTooSlowDoesNotHold() {
        Need need = need(100);
        assertTrue(seen(100, 98, Reading.of(59), 0).holds(need));
        assertFalse(seen(100, 98, Reading.of(61), 0).holds(need));
        assertFalse(seen(100, 90, Reading.of(30), 0).holds(need));
        assertFalse(seen(100, 100, Reading.of(30), 1).holds(need));
        assertFalse(seen(100, 100, Reading.WARMING_UP, 0).holds(need));
    }

    private static Seen seen(double offered, double tasks, Reading p99, double dropped) {
        return new Seen(offered, offered, tasks, p99, 0.5, dropped, Theory.NOTHING);
    }

    @Test
    void thoseThatDoComeFirstTheCheapestOfThemBeforeTheOthers() {
        Advice dear = advice(LOOP, true, 0.5, 3000);
        Advice cheap = advice(POOL, true, 0.4, 1100);
        Advice slow = advice(SINGLE, false, 0.1, 40);
        Advice faster = advice(LOOP, false, 0.9, 900);
        assertEquals(List.of(cheap, dear, faster, slow), Advice.bestFirst(List.of(slow, dear, faster, cheap)));
    }

    /** One process is lucky or not as a whole. */
    @Test
    void freshProcessesDecideWhetherItMeets() {
        Need need = need(100);
        Advice found = advice(LOOP, true, 0.5, 3000);
        Seen good = seen(100, 100, Reading.of(30), 0);
        Seen bad = seen(100, 100, Reading.of(90), 0);
        assertFalse(found.with(bad, need).meets());
        assertFalse(found.with(bad, need).with(good, need).meets(), "one of two is not most");
        Advice two = found.with(bad, need).with(good, need).with(good, need);
        assertTrue(two.meets());
        assertEquals(2, two.held(need));
    }

    @Test
    void theNumbersAreMediansOverFreshProcessesWithAnIntervalOfFive() {
        Need need = need(100);
        Advice found = advice(LOOP, true, 0.5, 3000);
        assertEquals(Optional.of(Reading.of(30)), found.of(Seen::p99Millis), "of the search");
        for (int p99 : new int[] {40, 42, 44, 46}) found = found.with(seen(100, 100, Reading.of(p99), 0), need);
        assertEquals(Optional.empty(), found.interval(Seen::p99Millis));
        found = found.with(seen(100, 100, Reading.of(48), 0), need);
        assertEquals(Optional.of(Reading.of(44)), found.of(Seen::p99Millis));
        assertEquals(40, found.interval(Seen::p99Millis).orElseThrow().low(), 1);
        assertEquals(48, found.interval(Seen::p99Millis).orElseThrow().high(), 1);
    }

    /** One that holds what was asked, and has no time for more, is told with that. */
    @Test
    void aSearchWithoutTimeMeasuresOnce() throws Exception {
        Need need = need(1000);
        Theory bench = new Theory(need, 2, 250e-6);
        bench.lateAfter = 1;
        assertTrue(Study.of(LOOP, need, bench).meets());
        assertEquals(1, bench.asked.size(), bench.asked.toString());
    }

    private static Advice advice(Entrant entrant, boolean meets, double busy, double highest) {
        Seen asked = new Seen(1000, 1000, 1000, Reading.of(30), busy, 0, Theory.NOTHING);
        Seen most = new Seen(highest, highest, highest, Reading.of(59), 1, 0, Theory.NOTHING);
        return new Advice(
                entrant,
                meets,
                OptionalInt.empty(),
                Optional.of(most),
                Optional.empty(),
                Bound.CPU,
                Optional.of(asked),
                Optional.empty(),
                List.of());
    }
}
