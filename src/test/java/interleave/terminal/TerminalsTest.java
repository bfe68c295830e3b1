package interleave.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Size;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalsTest {
    /** The input of a test run is never a terminal: it is how Maven talks to it. */
    @Test
    void whereThereIsNoTerminalTheWayOutIsNamed() {
        String why = Terminals.whyNot(Map.of("TERM", "xterm")).orElseThrow();
        assertTrue(why.startsWith("standard input is not a terminal"), why);
        assertTrue(why.contains("'interleave run'") && why.contains("'interleave once'"), why);
        assertTrue(why.indexOf('\n') < 0, why);
    }

    @ParameterizedTest
    @CsvSource({"100,30,100,30", "'','',80,24", "0,-1,80,24", "x,99999,80,24"})
    void theSizeFallsBackToTheEnvironment(String columns, String lines, int expectedColumns, int expectedRows) {
        assertEquals(
                new Size(expectedColumns, expectedRows),
                Terminals.fallbackSize(Map.of("COLUMNS", columns, "LINES", lines)));
    }
}
