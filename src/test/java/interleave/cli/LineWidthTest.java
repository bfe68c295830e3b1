package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines for people fit their terminal; a program gets one line each. */
class LineWidthTest {
    private static final OptionalInt ANY = OptionalInt.empty();

    @Test
    void columnsComeBeforeTheTerminal() {
        OptionalInt terminal = OptionalInt.of(80);
        assertEquals(terminal, LineWidth.of(Map.of(), terminal));
        assertEquals(OptionalInt.of(120), LineWidth.of(Map.of("COLUMNS", "120"), terminal));
        assertEquals(OptionalInt.of(120), LineWidth.of(Map.of("COLUMNS", "120"), ANY));
        assertEquals(ANY, LineWidth.of(Map.of(), ANY));
        for (String wrong : List.of("", "-1", "many", "99999"))
            assertEquals(terminal, LineWidth.of(Map.of("COLUMNS", wrong), terminal));
        assertEquals(ANY, LineWidth.of(Map.of("COLUMNS", "0"), terminal));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100, 200})
    void theListFits(int columns) {
        List<String> lines = ListCommand.text(KnownWorkloads.byTask(), OptionalInt.of(columns));
        for (String line : lines) assertTrue(line.length() <= columns, line);
        assertEquals(words(ListCommand.text(KnownWorkloads.byTask(), ANY)), words(lines));
    }

    @Test
    void forAProgramTheListIsALineForEach() {
        assertEquals(
                KnownWorkloads.byTask().size(),
                ListCommand.text(KnownWorkloads.byTask(), ANY).size());
    }

    private static String words(List<String> lines) {
        return lines.stream().map(line -> line.strip().replaceAll(" +", " ")).collect(Collectors.joining(" "));
    }

    private static TextTable table() {
        TextTable table = new TextTable(10, 3);
        table.line("", List.of("http/pool", "http/virtual", "timer/threads", "2nd/1st"));
        table.line("tasks/s", List.of("3,080", "11,800", "9", ""));
        table.line("switches/task", List.of("1.07", "0.18", "7.80", "0.168"));
        return table;
    }

    @Test
    void aTableThatFitsIsOne() {
        assertEquals(
                List.of(
                        "                   http/pool   http/virtual  timer/threads  2nd/1st",
                        "tasks/s                3,080         11,800              9",
                        "switches/task           1.07           0.18           7.80    0.168"),
                table().lines(ANY));
        assertEquals(table().lines(ANY), table().lines(OptionalInt.of(67)));
    }

    @Test
    void aWiderOneStandsInBlocks() {
        assertEquals(
                List.of(
                        "               http/pool  http/virtual",
                        "tasks/s            3,080        11,800",
                        "switches/task       1.07          0.18",
                        "",
                        "               timer/threads  2nd/1st",
                        "tasks/s                    9",
                        "switches/task           7.80    0.168"),
                table().lines(OptionalInt.of(40)));
    }

    @Test
    void whereALabelAndItsNumberHaveNoRoomTheyStandBelowOneAnother() {
        for (String line : table().lines(OptionalInt.of(22))) assertTrue(line.length() <= 22, line);
    }

    @Test
    void sentencesAreBrokenAtBlanks() {
        List<String> told = List.of("it was cut short by SIGINT", "short");
        assertEquals(told, LineWidth.wrapped(told, 2, ANY));
        assertEquals(
                List.of("it was cut short by", "  SIGINT", "short"), LineWidth.wrapped(told, 2, OptionalInt.of(20)));
    }
}
