package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.ProcessMetrics;
import interleave.metric.ServerMetrics;
import interleave.run.Percentile;
import interleave.run.RunDistribution;
import interleave.run.RunMetric;
import interleave.run.RunMetrics;
import interleave.run.TimeMetrics;
import interleave.run.WholeRunMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/**
 * Holds the README's tables of numbers against the catalogues. They stand between two markers and are written by
 * {@code mvn test -Dtest=ReadmeNumbersTest -Dgolden=update}.
 */
class ReadmeNumbersTest {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- numbers: generated from the catalogues -->\n";
    private static final String END = "<!-- end of numbers -->\n";

    @Test
    void theTableOfNumbersIsThatOfTheCatalogues() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        if (System.getProperty("golden", "").equals("update") && System.getenv("CI") == null)
            Files.writeString(README, readme.substring(0, begin) + tables() + readme.substring(end));
        else
            assertEquals(
                    tables(),
                    readme.substring(begin, end),
                    "must be what mvn test -Dtest=ReadmeNumbersTest -Dgolden=update writes");
    }

    /** A name is a key: in a file, in a table of history, for an alert. */
    @Test
    void aNameIsThatOfOneMetricOfACatalogue() {
        distinct(RunMetrics.ALL.stream().map(RunMetric::metric).toList());
        distinct(WholeRunMetrics.ALL.stream().map(RunMetric::metric).toList());
        distinct(HostMetrics.ALL);
        distinct(ProcessMetrics.ALL);
        distinct(ServerMetrics.ALL);
    }

    private static void distinct(List<Metric> metrics) {
        Set<String> names = new HashSet<>();
        for (Metric metric : metrics) assertFalse(!names.add(metric.name()), metric.name());
    }

    private static String tables() {
        StringBuilder tables = new StringBuilder("\nOf a run (`run`):\n\n").append(head());
        for (RunMetric metric : RunMetrics.ALL)
            if (metric.metric().kind() != Metric.Kind.DISTRIBUTION) tables.append(row(metric.metric()));
        for (RunDistribution distribution : TimeMetrics.ALL) tables.append(row(distribution));
        tables.append(wholeRun());
        tables.append("\nOf the machine and the monitor (`once`):\n\n").append(head());
        for (Metric metric : HostMetrics.ALL) tables.append(row(metric));
        tables.append("\nOf a process (`once --pid`):\n\n").append(head());
        for (Metric metric : ProcessMetrics.ALL) tables.append(row(metric));
        tables.append("\nOf a server that is not ours (`run --target`), in `server`:\n\n")
                .append(head());
        for (Metric metric : ServerMetrics.ALL) tables.append(row(metric));
        return tables.append('\n').toString();
    }

    private static String head() {
        return "| number | in JSON | meaning, and source |\n|---|---|---|\n";
    }

    private static String row(Metric metric) {
        String meaning = metric.words().isEmpty()
                ? metric.source()
                : metric.words() + (metric.source().isEmpty() ? "" : " (" + metric.source() + ")");
        return row(metric.title(), "`" + metric.name() + "`", meaning);
    }

    private static String row(RunDistribution distribution) {
        Metric half = distribution.at(Percentile.P50).metric();
        StringJoiner points = new StringJoiner(", ");
        for (Percentile point : Percentile.values()) points.add(point.key);
        return row(
                half.title().replace(" p50", ""),
                "`" + distribution.name + "`: " + points,
                half.words() + " (" + half.source() + ")");
    }

    private static String wholeRun() {
        StringJoiner names = new StringJoiner(", ");
        for (RunMetric metric : WholeRunMetrics.ALL) names.add("`" + WholeRunMetrics.withinObject(metric) + "`");
        return row("the whole run", "`whole_run`: " + names, "since the run began, warm-up included");
    }

    private static String row(String title, String name, String meaning) {
        return "| " + title + " | " + name + " | " + meaning + " |\n";
    }
}
