package interleave;

import interleave.cli.LabBench;
import interleave.lab.claims.Bench;
import interleave.lab.claims.Campaign;
import interleave.lab.claims.Claim;
import interleave.lab.claims.Claims;
import interleave.lab.claims.Conditions;
import interleave.lab.claims.Finding;
import interleave.lab.claims.Sample;
import interleave.lab.claims.Sitting;
import interleave.metric.Ticker;
import interleave.run.RunEvent;
import interleave.spec.RunSpec;
import interleave.state.Event;
import interleave.state.LabClaim;
import interleave.state.LabNews;
import interleave.state.LabOutcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/**
 * Tests claims for the monitor, quickly, on a thread of its own, and posts what comes of it. Its runs stand on the
 * screen under numbers below 0.
 */
final class LabThread implements Sitting.Listener {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final BlockingQueue<Event> events;
    private final List<Claim> claims;
    private final LabRunNumbers numbers = new LabRunNumbers();
    private final LabBench made;

    private LabThread(List<Claim> claims, BlockingQueue<Event> events) {
        this.claims = claims;
        this.events = events;
        this.made = LabBench.forTheMonitor(this::watched);
    }

    /** The claims that there are. */
    static LabNews listed() {
        return new LabNews.Listed(Claims.ALL.stream()
                .map(claim ->
                        new LabClaim(claim.name(), claim.sentence(), claim.measures(), claim.rule(), claim.limits()))
                .toList());
    }

    static LabThread start(List<String> names, BlockingQueue<Event> events) {
        LabThread lab = new LabThread(
                names.stream().flatMap(name -> Claims.named(name).stream()).toList(), events);
        Thread.ofPlatform().daemon().name("lab").start(lab::work);
        return lab;
    }

    /** Has it measure no more. Returns at once. */
    void interrupt() {
        made.bench().interrupt("");
    }

    private void work() {
        Conditions conditions = made.conditions();
        Bench bench = made.bench();
        Campaign campaign =
                new Campaign(claims, conditions, LONGEST, Bench.usual(conditions.quick()), RunSpec.DEFAULT_SEED);
        try {
            new Sitting(campaign, bench, this, Ticker.SYSTEM, RunSpec.DEFAULT_SEED).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int done = campaign.findings().size();
        String kept = done == 0 ? "nothing was finished" : "all that was finished is kept";
        post(new LabNews.Over(bench.signal().isPresent() ? "the lab was stopped; " + kept : words(done)));
    }

    private static String words(int done) {
        return done == 1 ? "the claim is tested" : "all " + done + " claims are tested";
    }

    private void post(LabNews news) {
        events.add(new Event.Lab(news));
    }

    private void watched(RunEvent event) {
        events.add(new Event.Run(numbers.of(event)));
    }

    @Override
    public void measuring(Campaign.Next next, Duration elapsed, Duration rest) {
        numbers.next();
        post(new LabNews.Measuring(next.claim().name(), next.setting().key(), rest.toSeconds()));
    }

    @Override
    public void measured(Campaign.Next next, Sample sample) {}

    /** It is told as the claim's outcome. */
    @Override
    public void failed(Campaign.Next next, String why) {}

    @Override
    public void found(Finding finding) {
        post(new LabNews.Found(
                finding.claim().name(),
                new LabOutcome(
                        kind(finding),
                        finding.verdict().words,
                        finding.ruling().why(),
                        finding.repetitions(),
                        finding.spoiled())));
    }

    private static LabOutcome.Kind kind(Finding finding) {
        return switch (finding.verdict()) {
            case CONFIRMED -> LabOutcome.Kind.CONFIRMED;
            case REFUTED -> LabOutcome.Kind.REFUTED;
            case DEPENDS -> LabOutcome.Kind.DEPENDS;
            case INCONCLUSIVE, NOT_POSSIBLE -> LabOutcome.Kind.UNDECIDED;
        };
    }
}
