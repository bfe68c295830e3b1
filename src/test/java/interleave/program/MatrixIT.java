package interleave.program;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells of the matrix are measured alone, one after the other, by keys on 80x24. */
class MatrixIT {
    private static final Duration SERIES = Duration.ofSeconds(40);
    private static final Pattern RUNNING = Pattern.compile("\u25CF");

    private final Program program = new Program();

    @TempDir
    private Path folder;

    private Tmux terminal;

    @BeforeAll
    static void toolsOfOthers() {
        Tools.need("tmux", "bash");
    }

    @BeforeEach
    void openMatrix() throws Exception {
        terminal = new Tmux(program, folder, 80, 24);
        terminal.type(program.launcher());
        terminal.awaitMatch("1.? *http/event-loop +idle");
        terminal.press("m");
        terminal.awaitText("m table");
        for (int i = 0; i < 4; i++) terminal.press("Down");
    }

    @AfterEach
    void closeTerminal() {
        terminal.close();
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    @Test
    void markedCellsRunOneAfterTheOther() {
        terminal.awaitText("timer/event-loop  idle");
        terminal.press("Space");
        terminal.awaitText("\u25B8\u25CB\u2713");
        terminal.press("Right");
        terminal.press("Right");
        terminal.awaitText("timer/virtual  idle");
        terminal.press("Space");
        terminal.awaitText("\u25B8\u25CB\u2713");
        terminal.press("n");
        awaitAlone("alone 1 of 2: timer/event-loop measured for [0-4] of 4 s");
        awaitAlone("alone 2 of 2: timer/virtual measured for [0-4] of 4 s");
        awaitAlone("timer alone: most (event-loop|virtual) [0-9.]+k?/s");
        // Below the line that tells of it, and so seen later.
        terminal.awaitMatch("(?m)^ +load +[0-9.]+k? +[0-9.]+k?$");
        terminal.awaitMatch("(?m)^ +age +[0-9]+ (s|min) +[0-9]+ s$");
        terminal.press("v");
        terminal.awaitMatch("(?s)timer/virtual .*timer/event-loop ");
    }

    @Test
    void sEndsIt() {
        terminal.press("n");
        awaitAlone("alone 1 of 8: timer/single (warms up|measured)");
        terminal.press("s");
        awaitAlone("measured alone: [01] of 8");
        terminal.press("Left");
        awaitAlone("timer/single  ended");
    }

    /** Never do two of them run at the same time. */
    private void awaitAlone(String regex) {
        Pattern words = Pattern.compile(regex);
        Await.until(
                regex,
                SERIES,
                () -> {
                    String screen = terminal.screen();
                    assertTrue(RUNNING.matcher(screen).results().count() <= 1, screen);
                    return words.matcher(screen).find();
                },
                terminal::screen);
    }
}
