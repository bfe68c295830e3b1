package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.RunMetric;
import interleave.run.RunMetrics;
import interleave.screen.Cell;
import interleave.screen.Grid;
import interleave.screen.Ink;
import interleave.screen.Size;
import interleave.state.Binding;
import interleave.state.Bindings;
import interleave.state.State;
import interleave.state.WorkloadCell;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Labels that stand on the screen, at every size, are words of the help, by the same name. */
class ScreenWordsTest {
    private static final List<Size> SIZES = List.of(
            new Size(40, 12),
            new Size(60, 20),
            new Size(80, 24),
            new Size(100, 30),
            new Size(120, 40),
            new Size(200, 50));

    private static final List<String> SCENES =
            List.of("three-runs", "open-load", "race", "deadlock", "blocked-loop", "too-many-threads");

    /** The inks that labels are written in. */
    private static final Set<Ink> LABELS =
            EnumSet.of(Ink.FAINT, Ink.USER, Ink.SYSTEM, Ink.IRQ, Ink.STEAL, Ink.IOWAIT, Ink.TITLE);

    private static final Pattern WORD = Pattern.compile("[A-Za-z\u00B5][A-Za-z\u00B5%/-]+(?![A-Za-z\u00B5\u2026])");

    /** Units, names of the machine and its panels, and what stands between numbers. */
    private static final Set<String> ORDINARY =
            Set.of(("ms min k/s \u00B5s to in of free HTTP Interleave Example Processor next stops constant mystery"
                + " tasks task switches threads cores workloads selected uring io epoll blocking at now peak ended"
                + " running started press tab enter fewer")
                    .split(" "));

    @Test
    void everyLabelIsAWordOfTheHelp() {
        TreeMap<String, String> unexplained = new TreeMap<>();
        for (String scene : SCENES)
            for (Size size : SIZES) {
                State state = Scenes.named(scene, size);
                Set<String> known = known(state);
                for (String word : labels(Picture.draw(state)))
                    if (!known.contains(word)) unexplained.merge(word, scene + " " + size, (a, b) -> a);
            }
        assertEquals(new TreeMap<>(), unexplained);
    }

    /** Of tables of which the rows are not ours, and of numbers that only some runs have. */
    @Test
    void everyColumnIsAWordOfTheHelp() {
        Set<String> known = ofTheHelp();
        List<String> titles = new ArrayList<>();
        for (WorkloadColumn column : WorkloadColumn.ALL) titles.add(column.title());
        for (ThreadColumn column : ThreadColumn.ALL) titles.add(column.title());
        for (ProcessColumn column : ProcessColumn.ALL) titles.add(column.title());
        for (PickerColumn column : PickerColumn.ALL) titles.add(column.title());
        for (StepColumn column : StepColumn.values()) titles.add(column.title);
        for (RunMetric metric : RunMetrics.ALL) titles.add(metric.inDetail());
        Set<String> unexplained = new TreeSet<>();
        for (String title : titles) for (String word : words(title)) if (!known.contains(word)) unexplained.add(word);
        assertEquals(Set.of(), unexplained);
    }

    private static Set<String> known(State state) {
        Set<String> known = ofTheHelp();
        known.addAll(ORDINARY);
        for (Binding binding : Bindings.ALL) known.addAll(words(binding.brief()));
        for (WorkloadCell cell : state.scene().slots())
            for (String each : List.of(
                    cell.info().workload().toString(),
                    cell.info().workload().task(),
                    cell.info().workload().model(),
                    cell.shows(),
                    cell.brief())) known.addAll(words(each));
        return known;
    }

    private static Set<String> ofTheHelp() {
        Set<String> known = new TreeSet<>(words("idle"));
        for (Glossary.Section section : Glossary.sections())
            for (Glossary.Entry entry : section.entries()) known.addAll(words(entry.word()));
        known.addAll(words("per task tasks threads switches max"));
        return known;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) words.add(matcher.group());
        return words;
    }

    private static List<String> labels(Grid grid) {
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < grid.size().rows(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < grid.size().columns(); column++) {
                Cell cell = grid.at(column, row);
                line.append(LABELS.contains(cell.ink()) ? cell.glyph() : ' ');
            }
            labels.addAll(words(line.toString()));
        }
        return labels;
    }
}
