package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal: each way in, each way out, and what is left behind. */
class MonitorIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration ORDERLY = Duration.ofSeconds(3);
    private static final String MONITOR = "interleave.Main";
    private static final String WORKER = "interleave.worker.WorkerMain";

    private final Program program = new Program();

    @TempDir
    private Path folder;

    private Tmux terminal;
    private Tmux.State before;

    @BeforeAll
    static void toolsOfOthers() {
        Tools.need("tmux", "bash");
    }

    @BeforeEach
    void openTerminal() throws Exception {
        terminal = new Tmux(program, folder, 120, 40);
        before = terminal.state();
        terminal.type(program.launcher());
        terminal.awaitMatch("1.? *http/event-loop +idle");
    }

    @AfterEach
    void closeTerminal() {
        terminal.close();
        program.awaitNothingLeft(ORDERLY);
    }

    private void startTwo() {
        // One after the other: two keys at once are a paste.
        terminal.press("1");
        terminal.awaitMatch("http/event-loop +running");
        terminal.press("6");
        terminal.awaitMatch("image/pool +running");
    }

    /** The shell reads lines again, in a terminal as it was before the monitor. */
    private void assertTerminalGivenBack() {
        terminal.awaitPrompt();
        assertEquals(before, terminal.state());
    }

    @Test
    void keysStartAndStopRunsAndQuitSumsThemUp() {
        startTwo();
        // Numbers, not only states: tasks per second, switches and microseconds per task.
        terminal.awaitMatch("image/pool +running.* [0-9.]+ .* ms .* [0-9]+\\.[0-9]+ +[0-9]+");
        terminal.press("6");
        terminal.awaitMatch("image/pool +(ended|idle|stopped)");
        terminal.press("q");
        terminal.awaitPrompt();
        String screen = terminal.screen();
        assertTrue(screen.contains("http/event-loop") && screen.contains("image/pool"), screen);
        program.awaitNothingLeft(AT_ONCE);
        assertTerminalGivenBack();
    }

    @Test
    void theMatrixStartsCellsThatHaveNoKey() {
        terminal.press("m");
        terminal.awaitMatch("image +.*\\u25CB 6");
        terminal.press("6");
        terminal.awaitMatch("image +.*\\u25CF");
        terminal.press("Right", "Enter");
        // Plain keys that come within some ms are a paste: the next waits until these are seen to have worked.
        terminal.awaitMatch("image +.*\\u25CF.*\\u25CF");
        terminal.awaitMatch("image +.*\\u25CF *[0-9.]+k?");
        terminal.press("Escape");
        terminal.awaitMatch("image/pool +running");
        terminal.awaitMatch("image/(work-steal|single).* running");
        terminal.press("q");
        assertTerminalGivenBack();
        program.awaitNothingLeft(AT_ONCE);
    }

    /** The JVM answers SIGQUIT with the stacks of all its threads: thousands of characters on standard output. */
    @Test
    void noThreadDumpIsPrintedOverTheScreenNorAmongFrames() throws Exception {
        startTwo();
        for (String process : program.processes()) {
            String[] kill = {"kill", "-QUIT", process.substring(0, process.indexOf(' '))};
            assertEquals(0, new ProcessBuilder(kill).start().waitFor());
        }
        // Nothing that draws much: what was printed over it would be drawn over in turn.
        terminal.press("]");
        terminal.awaitMatch("every 2 s");
        terminal.awaitMatch("image/pool +running");
        String screen = terminal.screen();
        assertTrue(screen.lines().findFirst().orElseThrow().contains("Interleave"), screen);
        terminal.press("q");
        terminal.awaitPrompt();
        assertTrue(
                terminal.screen().lines().filter(line -> line.contains(" yes ")).count() == 2, terminal.screen());
    }

    @Test
    void controlCQuits() {
        startTwo();
        terminal.press("C-c");
        assertTerminalGivenBack();
        program.awaitNothingLeft(AT_ONCE);
    }

    @Test
    void everySizeIsDrawnAndNothingIsLeftOfTheOneBefore() {
        startTwo();
        terminal.resize(80, 24);
        terminal.awaitMatch("(?m)^.{0,80}$");
        terminal.awaitText("http/event-loop");
        terminal.resize(40, 12);
        terminal.awaitText("event-loop");
        terminal.resize(12, 3);
        terminal.awaitMatch("\\d+.?x.?\\d+");
        terminal.resize(1, 1);
        terminal.resize(200, 50);
        terminal.awaitMatch("http/event-loop +running");
        // The last line of a picture is seen later than this one: it comes in several pieces.
        Await.until(
                "one title and one footer",
                ORDERLY,
                () -> count(" workloads ") == 1 && count("? help") == 1,
                terminal::screen);
        terminal.press("q");
        assertTerminalGivenBack();
    }

    private int count(String words) {
        return terminal.screen().split(Pattern.quote(words), -1).length - 1;
    }

    @Test
    void suspendGivesTheTerminalBackAndForegroundTakesItAgain() {
        startTwo();
        terminal.press("C-z");
        terminal.awaitMatch("interleave: 2 runs go on, the last until [0-9:]{8}; fg brings the monitor back");
        assertTerminalGivenBack();
        terminal.type("fg");
        terminal.awaitMatch("http/event-loop +running");
        terminal.press("?");
        terminal.awaitText("─ help ─");
        terminal.press("Escape");
        // An ESC close before a key is that key with Alt.
        terminal.awaitNoText("─ help ─");
        terminal.press("q");
        assertTerminalGivenBack();
        program.awaitNothingLeft(AT_ONCE);
    }

    /**
     * Else a run's many threads would share the CPUs with the monitor's one as equals, and keys would wait for them.
     */
    @Test
    void eachRunHasASessionOfItsOwn() throws Exception {
        startTwo();
        List<String> sessions = new ArrayList<>();
        for (String process : program.processes()) sessions.add(session(process.substring(0, process.indexOf(' '))));
        // The monitor, two workers and the service of one of them.
        assertEquals(4, sessions.size());
        assertEquals(4, Set.copyOf(sessions).size(), sessions.toString());
        terminal.press("q");
        assertTerminalGivenBack();
        program.awaitNothingLeft(AT_ONCE);
    }

    /** The fourth field after the name, counted from the state: {@code man proc_pid_stat}. */
    private static String session(String pid) throws Exception {
        String stat = Files.readString(Path.of("/proc", pid, "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
    }

    @Test
    void terminationGivesTheTerminalBackAndItsStatusIsThatOfTheSignal() throws Exception {
        startTwo();
        signal("TERM", program.pid(MONITOR));
        assertTerminalGivenBack();
        program.awaitNothingLeft(AT_ONCE);
    }

    @Test
    void aLostConnectionEndsEverything() throws Exception {
        startTwo();
        // Closing the pseudo-terminal hangs up on the monitor, as a lost SSH session does.
        terminal.close();
        program.awaitNothingLeft(ORDERLY);
    }

    @Test
    void aKilledMonitorLeavesNothingOneSecondLater() throws Exception {
        startTwo();
        signal("KILL", program.pid(MONITOR));
        program.awaitNothingLeft(AT_ONCE);
        // No ^C to see the prompt: it throws away what is typed next before the shell reads it. The cursor stands
        // where the monitor last wrote: the shell's word may go over the edge of the screen.
        terminal.awaitMatch("K\\n?i\\n?l\\n?l\\n?e\\n?d");
        terminal.type("reset");
        terminal.awaitPrompt();
    }

    @Test
    void aKilledWorkerIsShownAndTheSameKeyStartsItAgain() throws Exception {
        terminal.press("6");
        terminal.awaitMatch("image/pool +running");
        signal("KILL", program.pid(WORKER));
        terminal.awaitMatch("image/pool +failed");
        terminal.awaitText("killed by signal 9");
        terminal.press("6");
        terminal.awaitMatch("image/pool +running");
        terminal.press("q");
        assertTerminalGivenBack();
    }

    @Test
    void aStoppedWorkerIsSilentAndDoesNotHoldUpTheEnd() throws Exception {
        terminal.press("6");
        terminal.awaitMatch("image/pool +running");
        signal("STOP", program.pid(WORKER));
        // By the other word where other tests have all CPUs.
        terminal.awaitMatch("image/pool +(silent|starved)");
        terminal.press("q");
        assertTerminalGivenBack();
        program.awaitNothingLeft(ORDERLY);
    }

    private static void signal(String name, long pid) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, "" + pid)
                        .inheritIO()
                        .start()
                        .waitFor());
    }
}
