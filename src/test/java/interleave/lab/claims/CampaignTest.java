package interleave.lab.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.lab.Noise;
import interleave.lab.Place;
import interleave.run.WorkMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The order of repetitions, and when a claim is through, over made-up ones. */
class CampaignTest {
    private static final Noise LOUD = new Noise(2, 0.6, 0, 0, 0);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Claim CORES = new ThreadsUseCores();
    private static final Claim ALONE = new AsyncDoesNotSpeedUp();

    @Test
    void theSidesOfAClaimTakeTurns() {
        Campaign campaign = quick(LONG, CORES);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 12; i++) keys.add(measure(campaign, 1).setting().key());
        assertEquals(Optional.empty(), campaign.next(SECOND));
        for (int round = 0; round < 3; round++)
            assertEquals(
                    4,
                    keys.subList(4 * round, 4 * round + 4).stream().distinct().count(),
                    keys.toString());
        assertEquals(1, campaign.findings().size());
        assertEquals(12, campaign.findings().getFirst().repetitions());
    }

    @Test
    void whatAClaimMeasuredIsNotMeasuredAgain() {
        Campaign campaign = quick(LONG, CORES, ALONE);
        for (int i = 0; i < 12; i++) measure(campaign, 1);
        for (int i = 0; i < 3; i++)
            assertEquals(
                    AsyncDoesNotSpeedUp.LOOP, measure(campaign, 1).setting().key());
        assertEquals(Optional.empty(), campaign.next(SECOND));
        assertEquals(15, campaign.repetitions());
    }

    @Test
    void aSpoiledRepetitionIsDoneAgain() {
        Campaign campaign = quick(LONG, ALONE);
        Campaign.Next first = campaign.next(SECOND).orElseThrow();
        campaign.add(first, new Sample(Map.of(), LOUD));
        for (int i = 0; i < 6; i++) measure(campaign, 500);
        assertEquals(Optional.empty(), campaign.next(SECOND));
        Finding finding = campaign.findings().getFirst();
        assertEquals(1, finding.spoiled());
        assertEquals(6, finding.repetitions());
        assertEquals(Verdict.CONFIRMED, finding.verdict());
    }

    @Test
    void aMachineThatIsNeverQuietDecidesNothing() {
        Campaign campaign = quick(LONG, ALONE, CORES);
        int tried = 0;
        Optional<Campaign.Next> next = campaign.next(SECOND);
        while (next.isPresent() && next.get().claim() == ALONE) {
            campaign.add(next.get(), new Sample(numbers(next.get(), 500), LOUD));
            tried++;
            next = campaign.next(SECOND);
        }
        Finding finding = campaign.findings().getFirst();
        assertEquals(Verdict.INCONCLUSIVE, finding.verdict());
        assertTrue(
                finding.ruling().why().startsWith("too noisy: other processes"),
                finding.ruling().why());
        assertTrue(tried <= 6, tried + " repetitions for nothing");
    }

    @Test
    void whatWasSpoiledTakesNoOtherClaimsTime() {
        Campaign campaign = quick(Duration.ofSeconds(15), CORES, ALONE);
        int elapsed = 0;
        int spoiled = 0;
        for (Optional<Campaign.Next> next = campaign.next(Duration.ZERO); next.isPresent(); ) {
            boolean loud = next.get().setting().key().equals(ThreadsUseCores.HASH_ONE) && spoiled++ < 2;
            campaign.add(next.get(), new Sample(numbers(next.get(), 500), loud ? LOUD : Noise.NONE));
            next = campaign.next(Duration.ofSeconds(++elapsed));
        }
        assertEquals(List.of(), campaign.left());
        String why = campaign.findings().getFirst().ruling().why();
        assertTrue(why.endsWith("; 2 of 3 repetitions were spoiled"), why);
    }

    @Test
    void noiseHidesNothingThatIsCounted() {
        Campaign campaign = quick(LONG, new DeadlocksHappen());
        Campaign.Next next = campaign.next(SECOND).orElseThrow();
        campaign.add(next, new Sample(Map.of(DeadlocksHappen.FOUND, 2.0, "tasks", 100.0), LOUD));
        assertEquals(Optional.empty(), campaign.next(SECOND));
        assertEquals(Verdict.CONFIRMED, campaign.findings().getFirst().verdict());
    }

    @Test
    void whatCannotBeDoneIsSaidOfAllThatNeedIt() {
        Campaign campaign = quick(LONG, CORES, ALONE, new DeadlocksHappen());
        Campaign.Next next = campaign.next(SECOND).orElseThrow();
        while (!next.setting().key().equals(ThreadsUseCores.IMAGE_ONE)) {
            campaign.add(next, new Sample(numbers(next, 1), Noise.NONE));
            next = campaign.next(SECOND).orElseThrow();
        }
        campaign.failed(next, "image/single: no memory");
        assertEquals("pool", campaign.next(SECOND).orElseThrow().setting().key());
        for (Finding finding : campaign.findings()) {
            assertEquals(Verdict.NOT_POSSIBLE, finding.verdict());
            assertEquals("image/single: no memory", finding.ruling().why());
        }
    }

    @Test
    void whatIsNotPossibleTakesNoTime() {
        Campaign campaign = new Campaign(List.of(CORES), Doctoring.ONE_CPU, LONG, each -> SECOND, 1);
        assertEquals(Duration.ZERO, campaign.timeLeft(Duration.ZERO));
        assertEquals(Optional.empty(), campaign.next(Duration.ZERO));
        assertEquals(Verdict.NOT_POSSIBLE, campaign.findings().getFirst().verdict());
    }

    @Test
    void theTimeIsNotOverrunByWhatTookLongBefore() {
        for (int within = 15; within <= 40; within++) {
            Campaign campaign = quick(Duration.ofSeconds(within), ALONE);
            int elapsed = 0;
            for (Optional<Campaign.Next> next = campaign.next(Duration.ZERO); next.isPresent(); ) {
                campaign.add(next.get(), new Sample(numbers(next.get(), 500), Noise.NONE));
                elapsed += next.get().setting().key().equals(AsyncDoesNotSpeedUp.LOOP) ? 6 : 1;
                next = campaign.next(Duration.ofSeconds(elapsed));
            }
            assertTrue(elapsed <= within, elapsed + " of " + within + " s");
        }
    }

    @Test
    void theTimeIsKept() {
        Campaign campaign = quick(Duration.ofSeconds(10), ALONE, CORES);
        assertEquals(Duration.ofSeconds(15), campaign.timeLeft(Duration.ZERO));
        int done = 0;
        Optional<Campaign.Next> next = campaign.next(Duration.ZERO);
        while (next.isPresent()) {
            campaign.add(next.get(), new Sample(numbers(next.get(), 500), Noise.NONE));
            next = campaign.next(SECOND.multipliedBy(++done));
        }
        assertEquals(10, done);
        assertEquals(1, campaign.findings().size());
        assertEquals(
                "threads-use-cores", campaign.left().stream().map(Claim::name).collect(Collectors.joining()));
    }

    @Test
    void whatWasFinishedIsKept() {
        Campaign campaign = quick(LONG, ALONE, CORES);
        for (int i = 0; i < 8; i++) measure(campaign, 500);
        campaign.stop();
        assertEquals(Optional.empty(), campaign.next(SECOND));
        assertEquals(1, campaign.findings().size());
    }

    /** In full, what five repetitions leave open gets more of them, up to a limit. */
    @Test
    void moreRepetitionsAreTriedWhereTheyMayDecide() {
        Conditions full = new Conditions(2, Place.APART, true, false, Optional.empty());
        Campaign campaign = new Campaign(List.of(ALONE), full, LONG, each -> SECOND, 1);
        int done = 0;
        for (Optional<Campaign.Next> next = campaign.next(SECOND); next.isPresent(); next = campaign.next(SECOND)) {
            boolean loop = next.get().setting().key().equals(AsyncDoesNotSpeedUp.LOOP);
            // About the limit, so that nothing decides it.
            double tasks = loop ? done % 4 < 2 ? 550 : 660 : 500;
            campaign.add(next.get(), new Sample(Map.of(WorkMetrics.TASKS_PER_S.name(), tasks), Noise.NONE));
            done++;
        }
        assertEquals(Verdict.INCONCLUSIVE, campaign.findings().getFirst().verdict());
        assertEquals(30, done);
    }

    /** A claim that is left open must not keep a later one from its turn. */
    @Test
    void everyClaimHasItsTurnBeforeAnOpenOneGetsMore() {
        Campaign campaign = full(LONG, ALONE, CORES);
        List<Claim> asked = new ArrayList<>();
        for (Optional<Campaign.Next> next = campaign.next(SECOND); next.isPresent(); next = campaign.next(SECOND)) {
            asked.add(next.get().claim());
            open(campaign, next.get());
        }
        assertEquals(10, asked.indexOf(CORES));
        assertTrue(asked.lastIndexOf(ALONE) > asked.indexOf(CORES), "it got no more");
        assertEquals(Verdict.INCONCLUSIVE, campaign.findingsInOrder().getFirst().verdict());
        assertEquals(List.of(), campaign.left());
    }

    /** When the time is up, what had all that its rule needs is told as it stands. */
    @Test
    void anOpenClaimIsToldWhenTheTimeIsUp() {
        Campaign campaign = full(Duration.ofSeconds(14), ALONE, CORES);
        int done = 0;
        Optional<Campaign.Next> next = campaign.next(Duration.ZERO);
        while (next.isPresent()) {
            open(campaign, next.get());
            next = campaign.next(SECOND.multipliedBy(++done));
        }
        assertEquals(14, done);
        assertEquals(Verdict.INCONCLUSIVE, campaign.findings().getFirst().verdict());
        assertEquals(List.of(CORES), campaign.left());
    }

    /** In full, a burst of somebody else's work is waited out. */
    @Test
    void aClaimThatNoiseSpoiledIsTriedAgainLater() {
        Campaign campaign = full(LONG, ALONE, CORES);
        Optional<Campaign.Next> next = campaign.next(SECOND);
        while (next.isPresent()) {
            boolean loud = campaign.repetitions() < 6;
            campaign.add(next.get(), new Sample(numbers(next.get(), 500), loud ? LOUD : Noise.NONE));
            next = campaign.next(SECOND);
        }
        assertEquals(Verdict.CONFIRMED, campaign.findingsInOrder().getFirst().verdict());
    }

    /** A side that is only told keeps nothing waiting, however noisy it is. */
    @Test
    void whatIsOnlyToldDecidesNothing() {
        Campaign campaign = full(LONG, CORES);
        Optional<Campaign.Next> next = campaign.next(SECOND);
        while (next.isPresent()) {
            boolean told = next.get().setting().part() == Setting.Part.TOLD;
            double tasks = next.get().setting().key().endsWith("all-cores") ? 1000 : 500;
            campaign.add(next.get(), new Sample(numbers(next.get(), tasks), told ? LOUD : Noise.NONE));
            next = campaign.next(SECOND);
        }
        assertEquals(Verdict.CONFIRMED, campaign.findings().getFirst().verdict());
    }

    /** Half an hour is its default: some repetitions will have to be done again. */
    @Test
    void allClaimsHaveRoomInTheTimeThatTheyAreGiven() {
        Duration full = planned(false);
        assertTrue(full.compareTo(Duration.ofMinutes(27)) < 0, full.toString());
        Duration quick = planned(true);
        assertTrue(quick.compareTo(Duration.ofSeconds(230)) < 0, quick.toString());
    }

    private static Duration planned(boolean quick) {
        Conditions conditions = new Conditions(2, Place.APART, true, quick, Optional.empty());
        return new Campaign(Claims.ALL, conditions, LONG, Bench.usual(quick), 1).timeLeft(Duration.ZERO);
    }

    /** About the limit of both claims, so that nothing decides it. */
    private static void open(Campaign campaign, Campaign.Next next) {
        boolean one = next.setting().key().endsWith("1-thread");
        double tasks = one ? 500 : campaign.repetitions() % 4 < 2 ? 550 : 660;
        campaign.add(next, new Sample(numbers(next, tasks), Noise.NONE));
    }

    private static Campaign full(Duration within, Claim... claims) {
        Conditions full = new Conditions(2, Place.APART, true, false, Optional.empty());
        return new Campaign(List.of(claims), full, within, each -> SECOND, 1);
    }

    private static Campaign quick(Duration within, Claim... claims) {
        return new Campaign(List.of(claims), Doctoring.TWO_CPUS, within, each -> SECOND, 1);
    }

    private static Campaign.Next measure(Campaign campaign, double tasks) {
        Campaign.Next next = campaign.next(SECOND).orElseThrow();
        campaign.add(next, new Sample(numbers(next, tasks), Noise.NONE));
        return next;
    }

    private static Map<String, Double> numbers(Campaign.Next next, double tasks) {
        return Map.of(WorkMetrics.TASKS_PER_S.name(), tasks);
    }
}
