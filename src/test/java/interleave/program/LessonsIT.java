package interleave.program;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four lessons and an engineer's question, by keys alone on 80x24: the evidence stands in the headline, and not in a
 * corner.
 */
class LessonsIT {
    private static final Duration EVIDENCE = Duration.ofSeconds(5);
    /** The headline's line on that screen, counted from 0. */
    private static final int HEADLINE = 21;

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
        terminal.type(program.launcher());
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
        headline("counter-race/threads lost [0-9.]+[kMG]? of [0-9.]+[kMG]? updates: its result is wrong");
    }

    @Test
    void deadlocksAreFoundAndBrokenUp() {
        matrix();
        move("Down", 13);
        move("Right", 4);
        start();
        move("Right", 1);
        start();
        // When two tasks meet is chance: on a machine that is busy otherwise it takes a while. News of the next one may
        // stand where the count does.
        headline("deadlock/[a-z-]+: ([0-9.]+k? deadlocks? found|deadlock: .* holds )", EVIDENCE.multipliedBy(6));
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

    /** Which model, which pool: Little's law is done for the reader; then the pool is typed, and costs are compared. */
    @Test
    void anEngineerFindsOutThatThePoolIsTooSmall() {
        terminal.press("2");
        terminal.awaitMatch("http/virtual +running");
        terminal.press("4");
        headline("[0-9.]+k?/s x [0-9.]+ ms = [0-9.]+k? in flight: a pool of 64 cannot");
        terminal.press("Tab");
        terminal.awaitText("+- pool size 64");
        terminal.press("=");
        terminal.awaitText("pool size of http/pool: _");
        for (String digit : "512".split("")) {
            terminal.press(digit);
            terminal.awaitMatch("pool size of http/pool: [0-9]*" + digit + "_");
        }
        terminal.press("Enter");
        terminal.awaitText("+- pool size 512");
        headline("virtual [0-9.]+ .s, [0-9.]+ sw, p99 [0-9.]+ ms; pool|pool [0-9.]+ .s, [0-9.]+ sw, p99 [0-9.]+ ms;"
                + " virtual");
    }

    private void matrix() {
        terminal.press("m");
        terminal.awaitText("m table");
    }

    private void move(String key, int times) {
        for (int i = 0; i < times; i++) terminal.press(key);
    }

    /** The selected cell has its first numbers. */
    private void start() {
        terminal.press("Enter");
        terminal.awaitMatch("\\u25B8\\u25CF *[0-9.]+k?");
    }

    private void headline(String regex) {
        headline(regex, EVIDENCE.multipliedBy(2));
    }

    private void headline(String regex, Duration limit) {
        Pattern words = Pattern.compile("^ *(" + regex + ")");
        Await.until("the headline " + regex, limit, () -> words.matcher(line()).find(), terminal::screen);
    }

    private String line() {
        String[] lines = terminal.screen().split("\n", -1);
        return lines.length > HEADLINE ? lines[HEADLINE] : "";
    }
}
