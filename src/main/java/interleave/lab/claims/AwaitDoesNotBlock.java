package interleave.lab.claims;

import interleave.run.Percentile;
import interleave.run.RunMetric;
import interleave.run.TimeMetrics;
import java.util.List;
import java.util.Set;

final class AwaitDoesNotBlock extends Written {
    static final String AWAITING = "awaiting";
    static final String BLOCKING = "blocking";
    static final RunMetric BEAT = TimeMetrics.RESPONSE.at(Percentile.P90);

    AwaitDoesNotBlock() {
        super(
                "await-does-not-block",
                "Awaiting asynchronously does not block the main thread",
                "A heartbeat on the main loop, due every millisecond, while the same loop waits for 20 ms again and"
                        + " again: by a callback, and by blocking. How long nine of ten beats take at most",
                "Confirmed if a beat takes more than 5 times as long beside a blocking wait as beside an awaited one;"
                        + " refuted if less than twice: then awaiting holds the loop about as long",
                "One wait at a time, of a timer; what computes on the loop holds it too, however it is written");
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        return List.of(
                Setting.compared(AWAITING, Runs.closed("heartbeat-awaiting/event-loop", 1), conditions.place()),
                Setting.compared(BLOCKING, Runs.closed("heartbeat-blocking/event-loop", 1), conditions.place()));
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Ratio ratio = evidence.ratio(BLOCKING, AWAITING, BEAT);
        Verdict verdict = ratio.above(5) ? Verdict.CONFIRMED : ratio.below(2) ? Verdict.REFUTED : Verdict.INCONCLUSIVE;
        return Ruling.of(
                        verdict,
                        "a beat of 1 ms takes " + Words.milliseconds(evidence.median(AWAITING, BEAT))
                                + " beside an awaited wait and " + Words.milliseconds(evidence.median(BLOCKING, BEAT))
                                + " beside a blocking one: " + ratio.words())
                .with("awaiting_beat_p90_ms", evidence.median(AWAITING, BEAT))
                .with("blocking_beat_p90_ms", evidence.median(BLOCKING, BEAT))
                .with("ratio", ratio);
    }

    @Override
    public List<String> charts() {
        return List.of(BEAT.name());
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.INCONCLUSIVE);
    }
}
