package interleave.cli;

import interleave.lab.Noise;
import interleave.lab.Place;
import interleave.lab.claims.Campaign;
import interleave.lab.claims.Claim;
import interleave.lab.claims.Conditions;
import interleave.lab.claims.Evidence;
import interleave.lab.claims.Finding;
import interleave.lab.claims.Sample;
import interleave.lab.claims.Setting;
import interleave.metric.Reading;
import interleave.record.HumanText;
import interleave.report.Chart;
import interleave.report.Page;
import interleave.run.RunMetrics;
import interleave.run.WholeRunMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A lab as a page: of each claim its sentence, verdict, charts and numbers. */
final class LabPage {
    private LabPage() {}

    static Page of(Campaign campaign, Place.Sides sides, Duration elapsed) {
        Conditions conditions = campaign.conditions();
        List<Page.Fact> facts = ReportOption.machine(conditions.place(), sides);
        facts.add(new Page.Fact(
                "method",
                conditions.quick()
                        ? "quick: three short repetitions of each side, and the least and the most of all pairs"
                        : "five repetitions of each side and more, and 95 % intervals by a bootstrap over processes"));
        facts.add(new Page.Fact(
                "measured",
                campaign.repetitions() + " repetitions, each in a fresh process, in " + elapsed.toSeconds() + " s"));
        facts.add(new Page.Fact("noise", noise(campaign)));
        return new Page(
                "What articles say, on this machine",
                LabText.counts(campaign) + notReached(campaign),
                facts,
                parts(campaign.findingsInOrder()));
    }

    private static List<Page.Part> parts(List<Finding> findings) {
        List<Page.Part> parts = new ArrayList<>();
        if (findings.size() > 1) parts.add(overview(findings));
        findings.forEach(finding -> parts.add(part(finding)));
        return parts;
    }

    /** All verdicts at a glance. */
    private static Page.Part overview(List<Finding> findings) {
        List<List<String>> rows = findings.stream()
                .map(finding -> List.of(finding.claim().name(), finding.verdict().words))
                .toList();
        return new Page.Part(
                "Verdicts",
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(new Page.Numbers(List.of("claim", "verdict"), rows)));
    }

    private static String notReached(Campaign campaign) {
        if (campaign.left().isEmpty()) return "";
        return "; not reached: " + campaign.left().stream().map(Claim::name).collect(Collectors.joining(", "));
    }

    private static String noise(Campaign campaign) {
        List<Noise> all = new ArrayList<>();
        int spoiled = 0;
        for (Finding finding : campaign.findings()) {
            spoiled += finding.spoiled();
            for (Setting setting : finding.settings())
                if (!setting.counted()) finding.evidence().of(setting.key()).forEach(sample -> all.add(sample.noise()));
        }
        Noise most = Noise.most(all);
        return "at most, where sides are compared: " + most.words() + ", and CPUs at " + most.speedWords()
                + " of their usual speed; repetitions spoiled, by claim: " + spoiled;
    }

    private static Page.Part part(Finding finding) {
        Claim claim = finding.claim();
        List<Chart> charts = new ArrayList<>();
        for (String metric : claim.charts()) chart(finding, metric).ifPresent(charts::add);
        return new Page.Part(
                claim.sentence(),
                Optional.of(new Page.Badge(kind(finding), finding.verdict().words)),
                List.of(
                        finding.ruling().why(),
                        "Measured: " + claim.measures() + ".",
                        "Rule: " + claim.rule() + ".",
                        "Limits: " + claim.limits() + ".",
                        claim.name() + ", " + LabText.many(finding.repetitions(), "repetition")),
                charts,
                numbers(finding));
    }

    private static Page.Badge.Kind kind(Finding finding) {
        return switch (finding.verdict()) {
            case CONFIRMED -> Page.Badge.Kind.GOOD;
            case REFUTED -> Page.Badge.Kind.BAD;
            case DEPENDS -> Page.Badge.Kind.DEPENDS;
            case INCONCLUSIVE, NOT_POSSIBLE -> Page.Badge.Kind.OPEN;
        };
    }

    private static Optional<Chart> chart(Finding finding, String metric) {
        List<Chart.Bar> bars = new ArrayList<>();
        for (Setting setting : finding.settings()) {
            double[] values = values(finding.evidence(), setting.key(), metric);
            if (values.length == 0) continue;
            double median = finding.evidence().median(setting.key(), metric).orElse(0);
            bars.add(new Chart.Bar(
                    setting.key(),
                    median,
                    HumanText.number(Reading.of(median)),
                    Arrays.stream(values).min().orElse(median),
                    Arrays.stream(values).max().orElse(median)));
        }
        return bars.isEmpty() ? Optional.empty() : Optional.of(new Chart.Bars(title(metric), bars));
    }

    /** The catalogue's, with the unit where the name has one; of what is the claim's own, its name. */
    private static String title(String metric) {
        return Stream.concat(RunMetrics.ALL.stream(), WholeRunMetrics.ALL.stream())
                .filter(each -> each.name().equals(metric))
                .map(each -> each.metric().title() + (metric.endsWith("_ms") ? ", ms" : ""))
                .findFirst()
                .orElse(metric.replace('_', ' '));
    }

    private static double[] values(Evidence evidence, String key, String metric) {
        return evidence.of(key).stream()
                .map(Sample::numbers)
                .filter(numbers -> numbers.containsKey(metric))
                .mapToDouble(numbers -> numbers.get(metric))
                .toArray();
    }

    private static Optional<Page.Numbers> numbers(Finding finding) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, Reading> each : finding.ruling().numbers().entrySet())
            rows.add(List.of(each.getKey(), HumanText.number(each.getValue())));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Page.Numbers(List.of("number", "value"), rows));
    }
}
