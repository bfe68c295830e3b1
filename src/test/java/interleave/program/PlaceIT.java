package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders around a running monitor come and go. */
class PlaceIT {
    private static final Duration ORDERLY = Duration.ofSeconds(3);

    private final Program program = new Program();

    @TempDir
    private Path folder;

    @Test
    void inAFolderThatWasDeletedTheMonitorStartsAndSoDoRuns() throws Exception {
        try (Tmux terminal = new Tmux(program, folder, 120, 40)) {
            terminal.type("mkdir " + folder + "/gone; cd " + folder + "/gone; rmdir " + folder + "/gone");
            terminal.type(program.launcher());
            terminal.awaitMatch("1.? *http/event-loop +idle");
            terminal.press("6");
            terminal.awaitMatch("image/pool +running");
            terminal.press("q");
            terminal.awaitPrompt();
        }
        program.awaitNothingLeft(ORDERLY);
    }

    @Test
    void aFolderThatIsDeletedLaterHindersNoRun() throws Exception {
        try (Tmux terminal = new Tmux(program, folder, 120, 40)) {
            terminal.type("mkdir " + folder + "/gone; cd " + folder + "/gone");
            terminal.type(program.launcher());
            // The picture comes before all that a start looks for in files.
            terminal.awaitMatch("1.? *http/event-loop +idle");
            Files.delete(folder.resolve("gone"));
            terminal.press("1");
            terminal.awaitMatch("http/event-loop +running");
            terminal.press("q");
            terminal.awaitPrompt();
        }
        program.awaitNothingLeft(ORDERLY);
    }

    @Test
    void commandsWorkThereToo() throws Exception {
        Process list = program.marked(new ProcessBuilder(
                        "bash",
                        "-c",
                        "mkdir " + folder + "/gone; cd " + folder + "/gone; rmdir " + folder
                                + "/gone; exec \"$0\" list",
                        program.launcher()))
                .start();
        Program.Result result = Program.result(list, Duration.ofSeconds(20));
        assertEquals(0, result.status(), result.toString());
        assertTrue(result.out().contains("http/event-loop"), result.toString());
    }

    /** A copy of links: that of another disk is a copy indeed. */
    @Test
    void anApplicationFolderThatIsGoneIsSaidInOneLine() throws Exception {
        Path copy = folder.resolve("interleave");
        String cp = "cp -al " + Program.FOLDER + " " + copy + " 2>&1 || cp -a " + Program.FOLDER + " " + copy;
        assertEquals(
                0,
                new ProcessBuilder("sh", "-c", "rm -rf " + copy + "; " + cp)
                        .start()
                        .waitFor());
        try (Tmux terminal = new Tmux(program, folder, 160, 40)) {
            terminal.type(copy.resolve("bin/interleave").toString());
            terminal.awaitMatch("1.? *http/event-loop +idle");
            // From here on it needs nothing of the folder but children, or does without.
            terminal.awaitMatch("load +[0-9.]+.* up ");
            Files.move(copy, folder.resolve("old"));
            terminal.press("6");
            terminal.awaitText("the application folder is gone or was replaced: start the monitor again");
            terminal.press("q");
            terminal.awaitPrompt();
        }
        program.awaitNothingLeft(ORDERLY);
    }
}
