package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.run.RunMetric;
import interleave.run.RunMetrics;
import interleave.run.WholeRunMetrics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The help explains every number that stands on the screen, by the words that stand beside it there. */
class EveryMetricShownTest {
    private final Set<String> explained = new HashSet<>();

    EveryMetricShownTest() {
        for (Glossary.Section section : Glossary.sections())
            for (Glossary.Entry entry : section.entries())
                if (!entry.words().isEmpty()) explained.addAll(labels(entry.word()));
    }

    /** An entry of two labels, as "sw/s, switches/s", explains both, and itself. */
    private static List<String> labels(String word) {
        List<String> labels = new ArrayList<>(List.of(word.split(", ")));
        labels.add(word);
        return labels;
    }

    private void assertExplained(RunMetric metric, String label) {
        // A percentile of a distribution is explained once for all of them.
        boolean point = metric.metric().kind() == Metric.Kind.DISTRIBUTION
                && metric.inColumn().isEmpty();
        if (!label.isEmpty() && !point && metric.extra().isEmpty())
            assertTrue(explained.contains(label), metric.name() + ", on the screen: " + label);
    }

    @Test
    void ofARun() {
        for (RunMetric metric : RunMetrics.ALL)
            assertExplained(metric, metric.inColumn().isEmpty() ? metric.inDetail() : metric.inColumn());
        for (RunMetric metric : WholeRunMetrics.ALL)
            assertExplained(metric, metric.inColumn().isEmpty() ? metric.inDetail() : metric.inColumn());
        for (RunMetric metric : RunMetrics.ALL)
            if (!metric.extra().isEmpty() && !metric.inDetail().isEmpty())
                assertTrue(
                        explained.contains(metric.metric().title())
                                || explained.contains(metric.metric().title().replace(" per task", "")),
                        metric.name());
    }

    @Test
    void ofTheMachine() {
        for (Metric metric : HostMetrics.ALL)
            if (!metric.words().isEmpty()) assertTrue(explained.contains(onTheScreen(metric)), metric.name());
    }

    private static String onTheScreen(Metric metric) {
        if (HostMetrics.OF_CORES.contains(metric)) return CoresPanel.words(metric);
        boolean rate = metric == HostMetrics.SWITCHES_PER_S || metric == HostMetrics.INTERRUPTS_PER_S;
        return rate ? metric.title() + "/s" : metric.title();
    }
}
