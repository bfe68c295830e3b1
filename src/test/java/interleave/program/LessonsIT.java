package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Four lessons and an engineer's question, by keys alone on 80x24: the evidence stands in the headline, and not in a
 * corner.
 */
@Isolated
class LessonsIT {
    private static final Duration EVIDENCE = Duration.ofSeconds(5);
    /** The headline's line on that screen, counted from 0. */
    private static final int HEADLINE = 21;

    /** An answer that is to be had within four minutes of a person's time takes the program so long at most. */
    private static final Duration WALK = Duration.ofSeconds(40);

    private static final Pattern CLOCK = Pattern.compile("[0-9]{2}:([0-9]{2}):([0-9]{2})");

    private final Program program = new Program();

    @TempDir
    private Path folder;

    private Tmux terminal;

    @BeforeAll
    static void toolsOfOthers() {
        Tools.need("tmux", "bash");
    }

    @BeforeEach
    void openTerminal() throws Exception {
        terminal = new Tmux(program, folder, 80, 24);
        terminal.type("cd " + folder + " && " + program.launcher());
        terminal.awaitMatch("1.? *http/event-loop +idle");
    }

    @AfterEach
    void closeTerminal() {
        terminal.close();
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    @Test
    void aRaceLosesUpdates() {
        matrix();
        move("Down", 9);
        move("Right", 3);
        start();
        move("Down", 1);
        start();
        headline("counter-race/threads lost [0-9.]+[kMG]? of [0-9.]+[kMG]? updates( \\([0-9.]+ %\\))?: its result is"
                + " wrong");
    }

    @Test
    void deadlocksAreFoundAndBrokenUp() {
        matrix();
        move("Down", 13);
        move("Right", 4);
        start();
        move("Right", 1);
        start();
        headline("deadlock/[a-z-]+: [0-9.]+k? deadlocks? found");
    }

    @Test
    void aBlockedLoopKeepsEveryoneWaiting() {
        matrix();
        move("Down", 7);
        start();
        move("Right", 6);
        start();
        headline("fetch-and-blur/event-loop.* everyone waits up to [0-9.]+ (ms|s)");
    }

    @Test
    void tooManyThreadsWaitForACpu() {
        matrix();
        move("Down", 14);
        move("Right", 3);
        start();
        move("Left", 1);
        start();
        headline("burst/[a-z]+: a task waits [0-9.]+ .?s for a CPU");
    }

    /**
     * A service that answers after 20 ms, and 200 us of computing: which model, and a pool of which size? The work is
     * typed once for all models; Little's law is done for the reader; the pool is typed, and costs are compared. What
     * ran under which settings is written to a file, and printed at the end.
     */
    @Test
    void anEngineerFindsTheModelAndThePool() throws Exception {
        FairClock begun = new FairClock(program::ticks);
        terminal.press("2");
        terminal.awaitMatch("2\u25CF *http/virtual +running");
        turn("work none");
        enter("work of http/virtual", "200us", "work  ?200 .s");
        terminal.press("4");
        // Which of the two depends on how much the cores have left for either.
        headline("[0-9.]+k?/s x [0-9.]+ m?s = [0-9.]+k? in flight: (a pool of 64 cannot|its 64 threads are taken)");
        awaitStep();
        turn("pool size 64");
        enter("pool size of http/pool", "512", "pool size 512");
        headline("(virtual|pool) [0-9.]+ .s (of )?CPU, [0-9.]+ sw.*; (pool|virtual) [0-9.]+ .s, [0-9.]+");
        terminal.press("v");
        terminal.awaitMatch("(?s)http/pool +.?256, pool 512, work 200 .s.*http/pool +256, pool 64, work 200 .s");
        terminal.press("w");
        terminal.awaitMatch("[345] steps written to");
        terminal.press("q");
        terminal.awaitMatch(
                "(?s)256 in flight, pool size 64, work +200 .s.*256 in flight, pool size 512, work +200 .s");
        assertTrue(begun.lasted() < WALK.toSeconds(), terminal::screen);
        List<String> csv = written();
        List<String> header = List.of(csv.getFirst().split(","));
        List<String> small = csv.stream()
                .map(line -> List.of(line.split(",", -1)))
                .filter(cells -> cells.get(header.indexOf("pool")).equals("64"))
                .findFirst()
                .orElseThrow();
        assertEquals("http/pool", small.get(header.indexOf("workload")), csv::toString);
        assertEquals("200", small.get(header.indexOf("work_us")), csv::toString);
        assertTrue(Double.parseDouble(small.get(header.indexOf("work_us_per_task"))) > 150, csv::toString);
    }

    /** A setting that held for two seconds is remembered. */
    private void awaitStep() {
        int now = seconds();
        Await.until("three seconds on the screen's clock", EVIDENCE, () -> seconds() >= now + 3, terminal::screen);
    }

    private int seconds() {
        Matcher clock = CLOCK.matcher(terminal.screen());
        return clock.find() ? 60 * Integer.parseInt(clock.group(1)) + Integer.parseInt(clock.group(2)) : 0;
    }

    private List<String> written() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "interleave-steps-*.csv")) {
            return Files.readAllLines(files.iterator().next());
        }
    }

    /** Turns to a setting with Tab. */
    private void turn(String setting) {
        for (int i = 0; i < 8 && !terminal.screen().contains("+- " + setting); i++) {
            String before = knob();
            terminal.press("Tab");
            Await.until("another setting", EVIDENCE, () -> !knob().equals(before), terminal::screen);
        }
        terminal.awaitText("+- " + setting);
    }

    private String knob() {
        return terminal.screen()
                .lines()
                .filter(line -> line.contains("+- "))
                .findFirst()
                .orElse("");
    }

    private void enter(String asked, String value, String set) {
        terminal.press("=");
        terminal.awaitText(asked + ": _");
        for (int i = 0; i < value.length(); i++) {
            terminal.press(value.substring(i, i + 1));
            terminal.awaitText(asked + ": " + value.substring(0, i + 1) + "_");
        }
        terminal.press("Enter");
        terminal.awaitMatch("\\+- " + set);
    }

    private void matrix() {
        terminal.press("m");
        terminal.awaitText("m table");
    }

    private void move(String key, int times) {
        terminal.hold(key, times);
    }

    /** The selected cell has its first numbers. */
    private void start() {
        terminal.press("Enter");
        terminal.awaitMatch("\\u25B8\\u25CF *[0-9.]+k?");
    }

    private void headline(String regex) {
        Pattern words = Pattern.compile("^ *(" + regex + ")");
        Await.until(
                "the headline " + regex, EVIDENCE, () -> words.matcher(line()).find(), terminal::screen);
    }

    private String line() {
        String[] lines = terminal.screen().split("\n", -1);
        return lines.length > HEADLINE ? lines[HEADLINE] : "";
    }
}
