package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A terminal that belongs to others, too: who was there before, who comes after, and who else types into it. */
class TerminalIT {
    private static final Duration ORDERLY = Duration.ofSeconds(3);
    private static final String MONITOR = "interleave.Main";
    private static final String IDLE = "1.? *http/event-loop +idle";

    private final Program program = new Program();

    @TempDir
    private Path folder;

    private Tmux terminal;

    @BeforeAll
    static void toolsOfOthers() {
        Tools.need("tmux", "bash");
    }

    @BeforeEach
    void openTerminal() throws IOException, InterruptedException {
        terminal = new Tmux(program, folder, 120, 40);
    }

    @AfterEach
    void closeTerminal() {
        terminal.close();
        program.awaitNothingLeft(ORDERLY);
    }

    private void start(String line) {
        terminal.type(line);
        terminal.awaitMatch(IDLE);
    }

    /** The same, until there are numbers: what is noticed before goes with the first of them. */
    private void startAndWait(String line) {
        start(line);
        terminal.awaitMatch("monitor +[0-9.]+ %");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPasteIsDroppedWithANotice(boolean brackets) {
        startAndWait(program.launcher());
        terminal.paste("quit\n1\n6\nq", brackets);
        terminal.awaitText("a paste is not played as keys");
        // Without brackets, what comes close behind is taken for the rest of it.
        terminal.pressUntil("]", "every ([2-9]|\\d\\d) s");
        terminal.awaitMatch(IDLE);
        assertFalse(terminal.screen().contains("running"), terminal::screen);
        terminal.press("q");
        terminal.awaitPrompt();
    }

    /** As a program leaves it that crashed with the mouse on: {@code ESC [ M} and three bytes for each click. */
    @Test
    void reportsThatAnotherProgramAskedForAreSwitchedOffAndAreNoKeys() {
        startAndWait("printf '\\033[?1003h\\033[?1006h\\033[?1004h\\033(0\\033[3;9r'; " + program.launcher());
        assertEquals("0", terminal.variable("mouse_any_flag"));
        assertEquals("0", terminal.variable("mouse_sgr_flag"));
        terminal.send("1b", "5b", "4d", "71", "31", "36");
        // In two reads, and close to each other however slowly this test runs: what comes a second later is keys.
        terminal.sendInTwo(List.of("1b", "5b", "4d"), List.of("71", "31", "36"));
        terminal.send("1b", "71");
        terminal.send("71", "0d");
        terminal.pressUntil("]", "every ([2-9]|\\d\\d) s");
        terminal.awaitMatch(IDLE);
        assertFalse(terminal.screen().contains("running"), terminal::screen);
        terminal.press("q");
        terminal.awaitNoText("? help");
        // The margins that were left on are gone, too: else this would scroll within them.
        terminal.type("clear; seq 30");
        terminal.awaitText("1\n2\n3\n4\n");
        terminal.awaitPrompt();
    }

    /** So it is in GNU screen and on the Linux console: the picture cannot go away. */
    @Test
    void withoutAnAlternateScreenTheSummaryStandsBelowThePicture() {
        terminal.option("alternate-screen", "off");
        start(program.launcher());
        terminal.press("6");
        terminal.awaitMatch("image/pool +running");
        terminal.press("q");
        terminal.awaitPrompt();
        List<String> lines = terminal.screen().stripTrailing().lines().toList();
        int picture = 0;
        for (int i = 0; i < lines.size(); i++) if (lines.get(i).contains("? help")) picture = i;
        List<String> below = lines.subList(picture + 1, lines.size());
        assertTrue(picture > 0 && below.getFirst().contains("image/pool") || below.size() > 1, terminal::screen);
        assertTrue(below.stream().anyMatch(line -> line.startsWith("image/pool")), terminal::screen);
        assertTrue(below.getLast().startsWith("ready>"), terminal::screen);
    }

    @Test
    void withAnAlternateScreenThePromptIsWhereItWas() {
        terminal.type("clear; echo before");
        terminal.awaitText("before\nready>");
        start(program.launcher());
        terminal.press("q");
        terminal.awaitPrompt();
        assertTrue(terminal.screen().startsWith("before\nready> "), terminal::screen);
    }

    @ParameterizedTest
    @CsvSource({
        "TRAP, 133",
        "ABRT, 134",
        "USR1, 138",
        "ALRM, 142",
        "STKFLT, 144",
        "XCPU, 152",
        "VTALRM, 154",
        "PROF, 155",
        "IO, 157",
        "PWR, 158",
        "SYS, 159",
        "HUP, 129",
        "INT, 130",
        "TERM, 143"
    })
    void everySignalThatCanBeCaughtGivesTheTerminalBack(String signal, int status) throws Exception {
        Tmux.State before = terminal.state();
        start(program.launcher() + "; echo status=$?");
        kill(signal);
        terminal.awaitText("status=" + status);
        assertEquals(before, terminal.state());
    }

    /**
     * The JVM tells of its crash on standard output, and by the commands it then runs. Standard output is left once the
     * first picture stands.
     */
    @ParameterizedTest
    @CsvSource({"SEGV, on, state/interleave", "SEGV, off, tmp", "ILL, on, tmp"})
    void aCrashOfTheRuntimeGivesTheTerminalBackAndLeavesNothingHere(String signal, String alternate, String reports)
            throws Exception {
        Path there = Files.createDirectories(folder.resolve(reports));
        Path here = Files.createDirectory(folder.resolve("here"));
        for (int old = 1; old <= 9; old++) {
            Path report = Files.createFile(there.resolve("interleave-crash-" + old + ".log"));
            Files.setLastModifiedTime(report, FileTime.fromMillis(1000L * old));
        }
        Path other = Files.createFile(there.resolve("other.log"));
        terminal.option("alternate-screen", alternate);
        terminal.type("cd " + here + "; export HOME=" + folder + " XDG_STATE_HOME=" + folder.resolve("state")
                + " TMPDIR=" + folder.resolve("tmp") + "; ulimit -c unlimited; clear");
        terminal.awaitPrompt();
        Tmux.State before = terminal.state();
        startAndWait(program.launcher() + "; echo status=$?");
        long pid = program.pid(MONITOR);
        kill(signal);
        terminal.awaitText("status=134");
        terminal.awaitPrompt();
        Path report = there.resolve("interleave-crash-" + pid + ".log");
        String screen = terminal.screen();
        assertTrue(
                screen.replace("\n", "").contains("interleave: the Java runtime crashed, report: " + report), screen);
        for (String words : List.of("fatal error", "Executing", "OnError", "# "))
            assertFalse(screen.contains(words), screen);
        assertEquals(before.settings(), terminal.state().settings());
        assertEquals(before.alternate(), terminal.state().alternate());
        assertEquals(Set.of(other, report, old(there, 9), old(there, 8), old(there, 7), old(there, 6)), files(there));
        assertEquals(Set.of(), files(here));
    }

    private static Path old(Path folder, int number) {
        return folder.resolve("interleave-crash-" + number + ".log");
    }

    private static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        }
    }

    /** Who waits for the monitor stops with it, or the shell in front would not give its prompt. */
    @ParameterizedTest
    @ValueSource(strings = {"sh -c '%s; echo after=$?'", "strace -f -e trace=none %s 2>/dev/null; echo after=$?"})
    void suspendingStopsWhoeverWaitsForTheMonitorToo(String wrapper) {
        if (wrapper.startsWith("strace")) Tools.need("strace");
        Tmux.State before = terminal.state();
        start(wrapper.formatted(program.launcher()));
        terminal.press("C-z");
        terminal.awaitText("Stopped");
        terminal.awaitPrompt();
        assertEquals(before, terminal.state());
        terminal.type("fg");
        terminal.awaitMatch(IDLE);
        terminal.press("q");
        if (wrapper.startsWith("sh")) terminal.awaitText("after=0");
        terminal.awaitPrompt();
    }

    private void kill(String signal) throws Exception {
        String[] command = {"kill", "-" + signal, "" + program.pid(MONITOR)};
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
