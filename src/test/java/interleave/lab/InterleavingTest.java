package interleave.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.lab.Interleaving.End;
import interleave.lab.stats.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InterleavingTest {
    private static final Duration EACH = Duration.ofSeconds(4);

    /** The distribution that a candidate is drawn from. */
    private static final double[] RECORDED = RecordedNoise.TASKS_PER_SECOND;

    private static Rules rules(Duration within, long seed) {
        return new Rules(0.05, 0.01, within, EACH, Rules.USUAL, seed);
    }

    private static Interleaving two(Duration within, long seed) {
        return new Interleaving(List.of(List.of(), List.of()), Set.of(0, 1), rules(within, seed));
    }

    /** Warm-ups end after one to four seconds, as it happens. */
    @Test
    void theTimeIsNotOverrun() {
        for (int seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            Interleaving interleaving = two(Duration.ofMinutes(1), seed);
            Duration elapsed = Duration.ZERO;
            for (OptionalInt next = interleaving.next(elapsed); next.isPresent(); next = interleaving.next(elapsed)) {
                interleaving.add(next.getAsInt(), Doctored.of(1000 * Math.exp(random.nextGaussian()), 20));
                elapsed = elapsed.plusMillis(2000 + random.nextInt(7) * 1000 / 3);
            }
            assertEquals(Optional.of(End.TIME), interleaving.end());
            assertTrue(elapsed.compareTo(Duration.ofMinutes(1)) <= 0, seed + ": " + elapsed);
            assertTrue(elapsed.compareTo(Duration.ofSeconds(56)) > 0, seed + ": " + elapsed);
        }
    }

    private interface Measured {
        Repetition of(int candidate);
    }

    /** Goes on to its end, each repetition taking four seconds. */
    private static List<Integer> play(Interleaving interleaving, Measured measured) {
        List<Integer> order = new ArrayList<>();
        Duration elapsed = Duration.ZERO;
        for (OptionalInt next = interleaving.next(elapsed); next.isPresent(); next = interleaving.next(elapsed)) {
            order.add(next.getAsInt());
            interleaving.add(next.getAsInt(), measured.of(next.getAsInt()));
            elapsed = elapsed.plus(EACH);
        }
        return order;
    }

    private static Verdict verdict(Interleaving interleaving, Quantity quantity) {
        return interleaving.comparisons().stream()
                .filter(one -> one.quantity() == quantity)
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    /** The number of a hundred comparisons that call the second another one. */
    private static int verdicts(double times) {
        int verdicts = 0;
        for (int seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            Interleaving interleaving = new Interleaving(
                    List.of(List.of(), List.of()),
                    Set.of(0, 1),
                    new Rules(0.05, 0.01, Duration.ofHours(1), EACH, Set.of(Quantity.TASKS_PER_S), seed));
            play(interleaving, candidate -> {
                double drawn = RECORDED[random.nextInt(RECORDED.length)] * (candidate == 1 ? times : 1);
                return Doctored.of(drawn, 2e6 / drawn);
            });
            Verdict verdict = verdict(interleaving, Quantity.TASKS_PER_S);
            if (verdict == Verdict.LOWER || verdict == Verdict.HIGHER) verdicts++;
        }
        return verdicts;
    }

    /** As when nobody reads any more, or a signal comes, before the first one has ended. */
    @Test
    void beforeTheFirstRepetitionNothingIsNoisy() {
        assertEquals(Optional.empty(), two(Duration.ofMinutes(1), 1).tooNoisy());
    }

    @Test
    void equalWorkloadsAreSeldomCalledDifferent() {
        int verdicts = verdicts(1);
        assertTrue(verdicts <= 5, verdicts + " of 100");
    }

    @Test
    void aWorkloadATenthSlowerIsFound() {
        int verdicts = verdicts(0.9);
        assertTrue(verdicts >= 90, verdicts + " of 100");
    }

    @Test
    void roundsHaveEachCandidateOnceInAnOrderByLot() {
        Interleaving interleaving = two(Duration.ofMinutes(10), 3);
        Random random = new Random(1);
        List<Integer> order = play(interleaving, candidate -> {
            double drawn = 1000 * Math.exp(0.06 * random.nextGaussian());
            return Doctored.of(drawn, 2e6 / drawn);
        });
        Set<List<Integer>> rounds = new HashSet<>();
        for (int i = 0; i + 1 < order.size(); i += 2) {
            assertEquals(1, order.get(i) + order.get(i + 1), order.toString());
            rounds.add(order.subList(i, i + 2));
        }
        assertEquals(2, rounds.size(), "both orders: " + order);
    }

    @Test
    void itEndsWithTheFifthRoundWhereAllAreAlike() {
        Interleaving interleaving = two(Duration.ofMinutes(10), 1);
        assertEquals(10, play(interleaving, candidate -> Doctored.of(1000, 20)).size());
        assertEquals(Optional.of(End.PRECISE), interleaving.end());
        assertEquals(Verdict.NO_DIFFERENCE, verdict(interleaving, Quantity.TASKS_PER_S));
    }

    @Test
    void whatIsOfZeroOrIsNotThereHasNoVerdict() {
        Interleaving interleaving = two(Duration.ofMinutes(10), 1);
        play(interleaving, candidate -> Doctored.of(1000, candidate == 0 ? 0 : 20));
        assertEquals(Verdict.INCONCLUSIVE, verdict(interleaving, Quantity.CPU_US_PER_TASK));
        assertEquals(Verdict.INCONCLUSIVE, verdict(interleaving, Quantity.RSS_PEAK));
    }

    @Test
    void aSpoiledRepetitionIsDoneAgainAndCounted() {
        Interleaving interleaving = two(Duration.ofMinutes(10), 1);
        int[] calls = {0};
        List<Integer> order = play(interleaving, candidate -> {
            boolean loud = ++calls[0] == 2;
            return Doctored.of(loud ? 1 : 1000, 20, loud ? Doctored.LOUD : Noise.NONE);
        });
        assertEquals(11, order.size());
        assertEquals(5, interleaving.of(0).size());
        assertEquals(5, interleaving.of(1).size());
        assertEquals(List.of("other processes took 60 % of a core"), interleaving.spoiled());
        assertEquals(Optional.empty(), interleaving.tooNoisy());
        assertEquals(Verdict.NO_DIFFERENCE, verdict(interleaving, Quantity.TASKS_PER_S));
    }

    @Test
    void noiseThatLastsLeavesNoCandidateAlone() {
        Interleaving interleaving = two(Duration.ofMinutes(10), 1);
        int[] loud = {12};
        List<Integer> order = play(
                interleaving,
                candidate -> Doctored.of(1000, 20, candidate == 1 && loud[0]-- > 0 ? Doctored.LOUD : Noise.NONE));
        int longest = 0;
        for (int i = 0, alone = 0; i < order.size(); i++) {
            alone = i > 0 && order.get(i).equals(order.get(i - 1)) ? alone + 1 : 1;
            longest = Math.max(longest, alone);
        }
        assertTrue(longest <= 4, order.toString());
        assertTrue(interleaving.of(1).size() >= 5, order.toString());
    }

    @Test
    void aMachineThatIsNeverQuietDecidesNothing() {
        Interleaving interleaving = two(Duration.ofSeconds(40), 1);
        play(interleaving, candidate -> Doctored.of(candidate == 0 ? 1000 : 10, 20, Doctored.LOUD));
        assertEquals(Optional.of(End.TIME), interleaving.end());
        assertEquals(
                Optional.of("too noisy: other processes took 60 % of a core; 10 of 10 repetitions were spoiled"),
                interleaving.tooNoisy());
        interleaving.comparisons().forEach(one -> assertEquals(Verdict.INCONCLUSIVE, one.verdict()));
    }

    @Test
    void tooShortATimeDecidesNothing() {
        Interleaving interleaving = two(Duration.ofSeconds(20), 1);
        assertEquals(
                5,
                play(interleaving, candidate -> Doctored.of(candidate == 0 ? 1000 : 10, 20))
                        .size());
        assertEquals(Verdict.INCONCLUSIVE, verdict(interleaving, Quantity.TASKS_PER_S));
    }

    @Test
    void whatIsStoppedKeepsWhatWasFinished() {
        Interleaving interleaving = two(Duration.ofMinutes(10), 1);
        Duration elapsed = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            int next = interleaving.next(elapsed).orElse(i % 2);
            interleaving.add(next, Doctored.of(next == 0 ? 1000 * (1 + 0.1 * i) : 100 * (1 + 0.1 * i), 20));
        }
        interleaving.stop();
        assertEquals(OptionalInt.empty(), interleaving.next(elapsed));
        assertEquals(Optional.of(End.STOPPED), interleaving.end());
        assertEquals(Verdict.LOWER, verdict(interleaving, Quantity.TASKS_PER_S));
    }

    @Test
    void aBaselineIsNotMeasuredAgain() {
        List<Repetition> known = new ArrayList<>();
        for (int i = 0; i < 6; i++) known.add(Doctored.of(1000, 20));
        Interleaving interleaving =
                new Interleaving(List.of(known, List.of()), Set.of(1), rules(EACH.multipliedBy(99), 1));
        assertEquals(List.of(1, 1, 1, 1, 1), play(interleaving, candidate -> Doctored.of(1200, 20)));
        assertEquals(Verdict.HIGHER, verdict(interleaving, Quantity.TASKS_PER_S));
    }
}
