package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of the user's that a whole program starts, watches and ends. */
class CommandIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration ORDERLY = Duration.ofSeconds(3);

    /** Two processes, of which one keeps a CPU busy, since what does nothing has no switches to tell. */
    private static final String BUSY = "sleep 1000 & while :; do :; done";

    private final Program program = new Program();

    @TempDir
    private Path folder;

    @Test
    void itsWholeTreeIsARowAndEndsWithTheMonitor() throws Exception {
        try (Tmux terminal = new Tmux(program, folder, 160, 40)) {
            terminal.type(program.launcher() + " --interval 250ms -- sh -c '" + BUSY + "'");
            terminal.awaitMatch("\\d+ +sh \\(2 processes\\) +[1-9][0-9.]+ +2 +[0-9.k]+ ");
            assertEquals(2, commands().size(), commands().toString());
            terminal.press("q");
            terminal.awaitPrompt();
            terminal.awaitMatch("sh: output: /.*/sh-\\d+\\.log");
        }
        awaitNoCommands();
    }

    @Test
    void howItEndsStaysInItsRow() throws Exception {
        try (Tmux terminal = new Tmux(program, folder, 160, 40)) {
            terminal.type(program.launcher() + " --interval 250ms -- sh -c 'sleep 1; exit 3'");
            terminal.awaitMatch("\\d+ +sh +ended \\(exit 3\\); 0\\.\\d\\d s of CPU and \\d+ switches in all");
            terminal.press("q");
            terminal.awaitPrompt();
            terminal.awaitMatch("sh ended \\(exit 3\\).*output: ");
        }
        awaitNoCommands();
    }

    @Test
    void whatLeavesItsParentIsWatchedOnAndEndsWithTheMonitorToo() throws Exception {
        try (Tmux terminal = new Tmux(program, folder, 160, 40)) {
            terminal.type(program.launcher() + " --interval 250ms -- sh -c 'setsid sleep 1000 & exit 0'");
            terminal.awaitMatch("\\d+ +sh: exit 0, 1 process left");
            terminal.press("q");
            terminal.awaitPrompt();
        }
        awaitNoCommands();
    }

    @Test
    void whenTheMonitorIsKilledItEndsAsWell() throws Exception {
        Process run = program.start("run", "timer/single", "--duration", "60s", "--", "sh", "-c", BUSY);
        try {
            Await.until(
                    "the command",
                    LIMIT,
                    () -> commands().size() == 2,
                    () -> commands().toString());
        } finally {
            run.destroyForcibly();
        }
        awaitNoCommands();
        program.awaitNothingLeft(ORDERLY);
    }

    /** Whichever number it got. */
    private ProcessHandle shell() throws IOException {
        for (long pid : commands())
            if (read(Path.of("/proc/" + pid + "/cmdline")).startsWith("sh\0"))
                return ProcessHandle.of(pid).orElseThrow();
        throw new AssertionError("no shell among " + commands());
    }

    /** Then nobody is between it and the program, which ends it. */
    @Test
    void whenItsGuardIsKilledItEndsAsWell() throws Exception {
        Process run =
                program.start("run", "timer/single", "--warmup", "0s", "--duration", "60s", "--", "sh", "-c", BUSY);
        try (BufferedReader told = run.errorReader()) {
            assertTrue(told.lines().anyMatch(line -> line.startsWith("interleave: sh runs as ")));
            Await.until(
                    "the command",
                    LIMIT,
                    () -> commands().size() == 2,
                    () -> commands().toString());
            shell().parent().orElseThrow().destroyForcibly();
            String words = "interleave: sh its guard ended, and it was ended with that";
            assertTrue(told.lines().anyMatch(line -> line.startsWith(words)));
            awaitNoCommands();
        } finally {
            run.destroyForcibly();
        }
    }

    @Test
    void leftItGoesOn() throws Exception {
        Program.Result result = program.run(
                LIMIT, "run", "hash/single", "--warmup", "0s", "--duration", "1s", "--leave", "--", "sleep", "1000");
        assertEquals(0, result.status(), result.toString());
        List<Long> left = commands();
        left.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        assertEquals(1, left.size(), result.toString());
        assertTrue(result.err().contains("sleep runs as " + left.getFirst() + ", output: /"), result.err());
        awaitNoCommands();
        program.awaitNothingLeft(ORDERLY);
    }

    @Test
    void aSignalThatEndedItIsToldByItsNumber() throws Exception {
        Program.Result result = program.run(
                LIMIT, "run", "hash/single", "--warmup", "0s", "--duration", "1s", "--", "sh", "-c", "kill -9 $$");
        assertEquals(0, result.status(), result.toString());
        assertTrue(result.err().contains("interleave: sh killed by signal 9; "), result.err());
        assertTrue(result.out().contains("tasks/s"), result.out());
    }

    /** A script without its first line has a name that can be found, and no program can be made of it. */
    @Test
    void whatCannotBeStartedIsOneLine() throws Exception {
        Path script = Files.writeString(folder.resolve("script"), "echo no shell is asked\n");
        assertTrue(script.toFile().setExecutable(true));
        Program.Result result =
                program.run(LIMIT, "run", "hash/single", "--warmup", "0s", "--duration", "1s", "--", script.toString());
        assertTrue(result.err().contains("script could not be started: Exec format error"), result.err());
        Program.Result none = program.run(LIMIT, "--", "no-such-program");
        assertEquals(2, none.status(), none.toString());
        assertEquals(1, none.err().lines().count(), none.err());
    }

    /** The processes that carry this test's mark, and are neither ours nor a terminal's. */
    private List<Long> commands() {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> read(process.resolve("environ")).contains(program.mark()))
                    .filter(process -> read(process.resolve("cmdline")).matches("(?s)(sh\0-c|sleep\0).*"))
                    .map(process -> Long.parseLong(process.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void awaitNoCommands() {
        Await.until(
                "no command left",
                ORDERLY,
                () -> commands().isEmpty(),
                () -> commands().toString());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
