package interleave.cli;

import interleave.lab.Place;
import interleave.lab.claims.Campaign;
import interleave.lab.claims.Claim;
import interleave.lab.claims.Conditions;
import interleave.lab.claims.Experiment;
import interleave.lab.claims.Finding;
import interleave.lab.claims.Sample;
import interleave.lab.claims.Verdict;
import interleave.record.HumanText;
import interleave.spec.Knob;
import interleave.spec.Quantities;
import interleave.spec.RunSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A lab for people: the verdict of each claim with its numbers, then how it was measured. */
final class LabText implements LabReport {
    private static final int MOST_COLUMNS = 100;
    private static final int WORD = 17;
    private static final String INDENT = " ".repeat(WORD + 1);

    private final int columns;
    private Optional<Conditions> conditions = Optional.empty();
    private Place.Sides sides = new Place.Sides(List.of(), List.of());

    /** @param room the columns of whoever reads; empty: as many as it takes */
    LabText(OptionalInt room) {
        columns = Math.min(MOST_COLUMNS, room.orElse(MOST_COLUMNS));
    }

    @Override
    public List<String> listed(Claim claim) {
        List<String> lines = new ArrayList<>();
        lines.add(claim.name());
        lines.addAll(wrapped("  ", claim.sentence() + "."));
        lines.addAll(wrapped("  measures: ", claim.measures() + "."));
        lines.addAll(wrapped("  rule: ", claim.rule() + "."));
        lines.addAll(wrapped("  limits: ", claim.limits() + "."));
        return lines;
    }

    @Override
    public List<String> begin(Conditions now, Place.Sides where, long seed) {
        conditions = Optional.of(now);
        sides = where;
        return List.of();
    }

    @Override
    public Optional<String> repetition(Campaign.Next next, int number, Sample sample) {
        return Optional.empty();
    }

    @Override
    public List<String> found(Finding finding, Optional<String> before) {
        List<String> lines = new ArrayList<>();
        String word = finding.verdict().words;
        lines.addAll(wrapped(
                word + " ".repeat(Math.max(1, WORD + 1 - word.length())),
                finding.claim().sentence()));
        lines.addAll(wrapped(INDENT, finding.ruling().why()));
        String counts = finding.claim().name() + "; " + many(finding.repetitions(), "repetition")
                + (finding.spoiled() > 0 ? ", " + finding.spoiled() + " more spoiled by noise" : "")
                + before.map(words -> "; was " + words).orElse("");
        lines.addAll(wrapped(INDENT, counts));
        return lines;
    }

    @Override
    public List<String> end(Campaign campaign, Duration elapsed, Optional<String> signal) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        signal.ifPresent(name -> lines.add("cut short by " + name + ": this is what was finished"));
        if (!campaign.left().isEmpty())
            lines.addAll(wrapped(
                    "",
                    "not reached: "
                            + campaign.left().stream().map(Claim::name).collect(Collectors.joining(", "))
                            + (signal.isEmpty() ? "; a longer --within reaches more" : "")));
        lines.addAll(wrapped("", counts(campaign)));
        conditions.ifPresent(now -> {
            if (now.quick())
                lines.addAll(wrapped(
                        "",
                        "quick: three short repetitions of each side where sides are compared, with the least and the"
                                + " most of all pairs in place of an interval; without --quick there are five and more,"
                                + " and 95 % intervals"));
            lines.addAll(wrapped(
                    "",
                    "runs that talk to somebody are " + PlaceOption.words(now.place(), sides)
                            + "; what is about all CPUs has all"));
        });
        lines.add(many(campaign.repetitions(), "repetition") + ", each in a fresh process, in " + elapsed.toSeconds()
                + " s");
        return lines;
    }

    static String counts(Campaign campaign) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = campaign.findings().stream()
                    .filter(finding -> finding.verdict() == verdict)
                    .count();
            if (count > 0) counts.add(count + " " + verdict.words);
        }
        return many(campaign.findings().size(), "claim") + (counts.isEmpty() ? "" : ": " + String.join(", ", counts));
    }

    static String many(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** An experiment in a few words. */
    static String words(Experiment experiment) {
        return switch (experiment) {
            case Experiment.Run run -> words(run.spec()) + ", " + run.place().key;
            case Experiment.Keys(Optional<RunSpec> behind) ->
                "keys of a monitor" + behind.map(run -> " beside " + words(run)).orElse(" at rest");
        };
    }

    private static String words(RunSpec spec) {
        String settings = spec.knobs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(knob -> ", " + knob.getKey().title + " " + value(knob.getKey(), knob.getValue()))
                .collect(Collectors.joining());
        return spec.workload() + ", " + HumanText.load(spec.load()) + settings;
    }

    private static String value(Knob knob, long value) {
        return knob.isTime() ? Quantities.text(Duration.ofNanos(1000 * value)) : String.valueOf(value);
    }

    /** Lines of at most so many columns, each after the first as far in as that one's words. */
    private List<String> wrapped(String begin, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(begin);
        String indent = " ".repeat(begin.length());
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                empty = true;
            }
            if (!empty) line.append(' ');
            line.append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
