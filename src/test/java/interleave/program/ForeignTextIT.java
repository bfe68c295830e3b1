package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.screen.Width;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that are not ours, in a real terminal: what stands behind them stays in its place while it changes. */
class ForeignTextIT {
    private static final Pattern CLOCK = Pattern.compile("\\d\\d:\\d\\d:\\d\\d$");
    private static final String IDLE = "1.? *http/event-loop +idle";
    private static final String NAME = "\u65e5\u672c\ud83d\ude00 cafe\u0301 \u26a1 \u0441\u0435\u0440";
    private static final String SHOWN = "\u65e5\u672c? caf\u00e9 ? \u0441\u0435\u0440";

    private final Program program = new Program();

    @TempDir
    private Path folder;

    @Test
    void theHostsNameMovesNoNumber() throws Exception {
        Tools.need("unshare");
        Process alone = new ProcessBuilder("unshare", "-u", "true").start();
        assumeTrue(alone.waitFor() == 0, "a host name of its own needs unshare -u, and the right to it");
        try (Tmux terminal = new Tmux(program, folder, 120, 40)) {
            terminal.type("unshare -u sh -c 'printf \"%s\" \"$0\" > /proc/sys/kernel/hostname; exec \"$@\"' '" + NAME
                    + "' " + program.launcher() + " --interval 250ms");
            terminal.awaitMatch("Interleave  [^ ].*\\d\\d:\\d\\d:\\d\\d\n");
            Set<String> clocks = new HashSet<>();
            Await.until("three seconds on the clock", Duration.ofSeconds(20), () -> {
                String header = terminal.screen().lines().findFirst().orElse("");
                Matcher clock = CLOCK.matcher(header);
                assertTrue(clock.find(), header);
                assertTrue(header.startsWith(" Interleave  " + SHOWN + " "), header);
                assertEquals(119, header.codePoints().map(Width::of).sum(), header);
                clocks.add(clock.group());
                return clocks.size() >= 3;
            });
            terminal.press("q");
            terminal.awaitPrompt();
        }
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    /** A column of a graph is a time: what was not seen while the monitor was stopped is a gap. */
    @Test
    void aStoppedMonitorLeavesAGapInItsGraphs() throws Exception {
        String graph = "[\u2801-\u28ff]";
        try (Tmux terminal = new Tmux(program, folder, 120, 40)) {
            terminal.type(program.launcher() + " --interval 250ms");
            terminal.awaitMatch(graph + "{4}");
            long before = System.nanoTime();
            terminal.press("C-z");
            terminal.awaitPrompt();
            long stopped = System.nanoTime();
            Await.until("four seconds", Duration.ofSeconds(10), () -> System.nanoTime() - stopped > 4_000_000_000L);
            long least = System.nanoTime() - stopped;
            terminal.type("fg");
            terminal.awaitMatch(IDLE);
            long most = System.nanoTime() - before;
            // Two columns are a second. What was under way when it stopped and when it went on may be one each.
            terminal.awaitMatch(graph + "{3} {" + (2 * least / 1_000_000_000L - 2) + ","
                    + (2 * most / 1_000_000_000L + 4) + "}" + graph + "{2}");
            terminal.press("q");
            terminal.awaitPrompt();
        }
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }
}
