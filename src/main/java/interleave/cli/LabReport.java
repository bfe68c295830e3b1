package interleave.cli;

import interleave.kernel.HostNames;
import interleave.lab.Place;
import interleave.lab.claims.Campaign;
import interleave.lab.claims.Claim;
import interleave.lab.claims.Conditions;
import interleave.lab.claims.Finding;
import interleave.lab.claims.Sample;
import interleave.lab.claims.Setting;
import interleave.metric.Reading;
import interleave.record.Json;
import interleave.record.ResultRow;
import interleave.record.ResultValue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The lines of a lab: what it is, each claim when it is through, and what it came to. */
interface LabReport {
    /** Of the lines' form: a file of another one is no baseline. */
    long VERSION = 1;

    /** A claim, and how it is tested. */
    List<String> listed(Claim claim);

    List<String> begin(Conditions conditions, Place.Sides sides, long seed);

    Optional<String> repetition(Campaign.Next next, int number, Sample sample);

    /** @param before the verdict of a baseline */
    List<String> found(Finding finding, Optional<String> before);

    List<String> end(Campaign campaign, Duration elapsed, Optional<String> signal);

    static LabReport of(boolean json, Supplier<Instant> clock) {
        return json
                ? new OfLines((type, fields) -> Json.line(type, clock.get(), fields))
                : new LabText(LineWidth.ofOutput());
    }

    /** For programs. */
    record OfLines(Report.Line line) implements LabReport {
        @Override
        public List<String> listed(Claim claim) {
            return List.of(line.of(
                    "claim",
                    new ResultRow()
                            .text("claim", claim.name())
                            .text("sentence", claim.sentence())
                            .text("measures", claim.measures())
                            .text("rule", claim.rule())
                            .text("limits", claim.limits())
                            .text(
                                    "verdicts",
                                    claim.verdicts().stream()
                                            .sorted()
                                            .map(verdict -> verdict.words)
                                            .collect(Collectors.joining(", ")))
                            .fields()));
        }

        @Override
        public List<String> begin(Conditions conditions, Place.Sides sides, long seed) {
            return List.of(line.of(
                    "setup",
                    new ResultRow()
                            .whole("version", VERSION)
                            .text("command", "lab")
                            .value("quick", new ResultValue.Flag(conditions.quick()))
                            .text("place", conditions.place().key)
                            .text("run_cpus", PlaceOption.cpus(sides.worker()), "all")
                            .text("other_cpus", PlaceOption.cpus(sides.other()), "all")
                            .whole("cpus", conditions.cores())
                            .whole("seed", seed)
                            .text("processor", HostNames.read(Path.of("/proc")).cpuModel(), "/proc/cpuinfo names none")
                            .text("java", System.getProperty("java.version"))
                            .text("kernel", System.getProperty("os.version"))
                            .fields()));
        }

        @Override
        public Optional<String> repetition(Campaign.Next next, int number, Sample sample) {
            ResultRow row = new ResultRow()
                    .text("claim", next.claim().name())
                    .text("setting", next.setting().key())
                    .text("measures", LabText.words(next.setting().experiment()))
                    .whole("number", number)
                    .text("spoiled", spoiled(next, sample), "it counts");
            Map<String, Reading> numbers = new TreeMap<>();
            sample.numbers().forEach((name, value) -> numbers.put(name, Reading.of(value)));
            return Optional.of(line.of(
                    "repetition",
                    ContestReport.OfLines.addNoise(row, sample.noise())
                            .value("numbers", new ResultValue.Group(numbers))
                            .fields()));
        }

        private static Optional<String> spoiled(Campaign.Next next, Sample sample) {
            return sample.noise().spoils().filter(why -> !next.setting().counted());
        }

        @Override
        public List<String> found(Finding finding, Optional<String> before) {
            List<String> lines = new ArrayList<>();
            lines.add(line.of(
                    "claim",
                    new ResultRow()
                            .text("claim", finding.claim().name())
                            .text("verdict", finding.verdict().words)
                            .text("sentence", finding.claim().sentence())
                            .text("why", finding.ruling().why())
                            .text("rule", finding.claim().rule())
                            .whole("repetitions", finding.repetitions())
                            .whole("repetitions_spoiled", finding.spoiled())
                            .value(
                                    "numbers",
                                    new ResultValue.Group(finding.ruling().numbers()))
                            .text("baseline_verdict", before, "no baseline has it")
                            .fields()));
            for (Setting setting : finding.settings())
                if (!finding.evidence().of(setting.key()).isEmpty()) lines.add(side(finding, setting));
            return lines;
        }

        /** Medians over its repetitions. */
        private String side(Finding finding, Setting setting) {
            List<Sample> samples = finding.evidence().of(setting.key());
            Map<String, Reading> medians = new TreeMap<>();
            for (Sample sample : samples)
                for (String name : sample.numbers().keySet())
                    medians.computeIfAbsent(name, each -> finding.evidence().median(setting.key(), each));
            return line.of(
                    "side",
                    new ResultRow()
                            .text("claim", finding.claim().name())
                            .text("setting", setting.key())
                            .text("measures", LabText.words(setting.experiment()))
                            .text("part", setting.part().name().toLowerCase(Locale.ROOT))
                            .whole("repetitions", samples.size())
                            .value("numbers", new ResultValue.Group(medians))
                            .fields());
        }

        @Override
        public List<String> end(Campaign campaign, Duration elapsed, Optional<String> signal) {
            return List.of(line.of(
                    "summary",
                    new ResultRow()
                            .whole("claims", campaign.findings().size())
                            .whole(
                                    "decided",
                                    campaign.findings().stream()
                                            .filter(finding -> finding.verdict().decided())
                                            .count())
                            .text(
                                    "not_reached",
                                    campaign.left().stream().map(Claim::name).collect(Collectors.joining(" ")))
                            .whole("repetitions", campaign.repetitions())
                            .text(
                                    "end",
                                    signal.isPresent()
                                            ? "stopped"
                                            : campaign.left().isEmpty() ? "done" : "time")
                            .text("signal", signal, Results.NO_SIGNAL)
                            .number("elapsed_s", Reading.of(elapsed.toMillis() / 1e3))
                            .fields()));
        }
    }
}
