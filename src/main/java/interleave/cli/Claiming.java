package interleave.cli;

import interleave.lab.claims.Campaign;
import interleave.lab.claims.Finding;
import interleave.lab.claims.Sample;
import interleave.lab.claims.Sitting;
import interleave.lab.claims.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of claims on their way, and which verdicts are others than they were. One thread. */
final class Claiming implements Sitting.Listener {
    private final Campaign campaign;
    private final LabReport report;
    private final LabOutput output;
    private final Map<String, String> earlier;
    private final List<String> changes = new ArrayList<>();
    private boolean failed;

    /** @param earlier verdicts by the names of claims, as a baseline has them */
    Claiming(Campaign campaign, LabReport report, LabOutput output, Map<String, String> earlier) {
        this.campaign = campaign;
        this.report = report;
        this.output = output;
        this.earlier = earlier;
    }

    @Override
    public void measuring(Campaign.Next next, Duration elapsed, Duration left) {
        output.progress(
                elapsed,
                elapsed.plus(left),
                campaign.findings().size() + " claims done, now " + next.claim().name() + ": "
                        + next.setting().key());
    }

    @Override
    public void measured(Campaign.Next next, Sample sample) {
        report.repetition(next, campaign.repetitions(), sample).ifPresent(output::line);
    }

    @Override
    public void failed(Campaign.Next next, String why) {
        failed = true;
        output.word(next.claim().name() + ": " + why);
    }

    @Override
    public void found(Finding finding) {
        Optional<String> before =
                Optional.ofNullable(earlier.get(finding.claim().name()));
        report.found(finding, before).forEach(output::line);
        before.filter(words -> differs(words, finding.verdict()))
                .ifPresent(words -> changes.add("--baseline: " + finding.claim().name() + " was " + words + " and is "
                        + finding.verdict().words));
    }

    /** Between decided verdicts: that there is none this time is no other one. */
    private static boolean differs(String before, Verdict now) {
        if (!now.decided() || before.equals(now.words)) return false;
        for (Verdict verdict : Verdict.values()) if (verdict.words.equals(before)) return verdict.decided();
        return false;
    }

    /** A line for each verdict that is another than in the baseline. */
    List<String> changes() {
        return changes;
    }

    boolean failed() {
        return failed;
    }
}
