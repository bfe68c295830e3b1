package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are not ours, watched by a whole program. */
class WatchIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** CPU and switches over a second or more, in the columns behind all others. */
    private static final String HISTORIES = "[⠀-⣿]{2,} +[⠀-⣿]{2,} ";

    private static final String NUMBERS = "monitor +[0-9.]+ %";

    private final Program program = new Program();

    @TempDir
    private Path folder;

    @Test
    void aProcessThatEndsKeepsItsRowAndSaysSo() throws Exception {
        Tools.need("tmux", "bash");
        Process busy = program.marked(new ProcessBuilder("bash", "-c", "while :; do :; done"))
                .start();
        try (Tmux terminal = new Tmux(program, folder, 120, 40)) {
            terminal.type(program.launcher() + " --interval 250ms --pid " + busy.pid() + " --pid 1");
            terminal.awaitMatch(busy.pid() + " +bash +[0-9.]+ +1 +[0-9.k]+ .*" + HISTORIES);
            busy.destroyForcibly();
            busy.waitFor();
            terminal.awaitMatch(busy.pid() + " +bash +ended +" + HISTORIES);
            String ended = settledRow(terminal, busy.pid());
            String watched = row(terminal, 1);
            terminal.awaitMatch(" 1 +[^ ]+ +[<0-9.]+ +[0-9]+ ");
            Await.until("a longer history of 1", LIMIT, () -> !row(terminal, 1).equals(watched), terminal::screen);
            assertEquals(ended, row(terminal, busy.pid()), "what it did until it ended");
            terminal.press("q");
            terminal.awaitPrompt();
        } finally {
            busy.destroyForcibly();
        }
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    @Test
    void aProcessIsChosenByKeyAndItsThreadsAreSeen() throws Exception {
        Tools.need("tmux", "bash");
        Process busy = program.marked(new ProcessBuilder("bash", "-c", "exec -a chosen-one sleep 300"))
                .start();
        try (Tmux terminal = new Tmux(program, folder, 120, 40)) {
            terminal.type(program.launcher() + " --interval 250ms");
            // Keys are heard from the first numbers on. Pressed again it would go away again.
            terminal.awaitMatch(NUMBERS);
            terminal.press("a");
            terminal.awaitText("all processes");
            terminal.press("/");
            terminal.awaitText("names with");
            for (String letter : "chosen-one".split("")) {
                terminal.press(letter);
                terminal.awaitMatch("names with: [a-z-]*" + letter + "_");
            }
            terminal.press("Enter");
            terminal.awaitMatch(busy.pid() + " +sleep .*chosen-one");
            terminal.press("Enter");
            terminal.awaitMatch("processes .*all threads|processes .*at least");
            terminal.awaitMatch(busy.pid() + " +sleep +[0-9.]+ +1 +[0-9.k]+ ");
            terminal.press("t");
            terminal.awaitMatch("threads of sleep \\(" + busy.pid() + "\\)");
            terminal.awaitMatch("sleeps for a time|waits");
            busy.destroyForcibly();
            busy.waitFor();
            terminal.awaitMatch(busy.pid() + " +sleep +ended");
            terminal.press("q");
            terminal.awaitPrompt();
        } finally {
            busy.destroyForcibly();
        }
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    @Test
    void aJvmNamesItsThreadsWhenItIsAsked() throws Exception {
        Tools.need("tmux");
        Path source = Files.writeString(folder.resolve("Server.java"), """
            class Server {
                public static void main(String[] arguments) throws Exception {
                    for (int i = 0; i < 7; i++) Thread.ofVirtual().start(Server::rest);
                    for (int i = 0; i < 12; i++) new Thread(Server::rest, "http-nio-8080-exec-" + i).start();
                    System.out.println("ready");
                }

                static void rest() {
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            """);
        Process server = program.marked(new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), source.toString()))
                .start();
        try (Tmux terminal = new Tmux(program, folder, 120, 40)) {
            assertEquals("ready", server.inputReader().readLine());
            terminal.type(program.launcher() + " --interval 250ms --pid " + server.pid());
            terminal.awaitMatch(NUMBERS);
            terminal.press("t");
            terminal.awaitText("threads of java");
            terminal.awaitText("http-nio-8080-e (12)");
            terminal.press("J");
            terminal.awaitText("J again asks JVM " + server.pid());
            terminal.press("J");
            terminal.awaitText("http-nio-8080-exec-* (12)");
            terminal.awaitText("7 virtual threads");
            assertTrue(server.isAlive());
            terminal.press("q");
            terminal.awaitPrompt();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void onceTellsOfEachInALineOfItsOwn() throws Exception {
        Program.Result result =
                program.run(LIMIT, "once", "--pid", "1", "--pid", own(), "--interval", "1s", "--format", "json");
        assertEquals(0, result.status(), result.toString());
        List<String> lines = result.out().lines().toList();
        assertEquals(3, lines.size(), result.out());
        JsonObject process = JsonParser.object().from(lines.get(2));
        assertEquals("process", process.getString("type"));
        assertEquals(own(), String.valueOf(process.getInt("pid")));
        assertTrue(process.getInt("os_threads") > 1, lines.get(2));
        assertTrue(process.getDouble("switches_per_s") > 0, lines.get(2));
        assertTrue(process.has("exact") && !process.getString("source").isEmpty(), lines.get(2));
    }

    /** Whoever may not ask the kernel for all of it gets what may be read, and is told that it is that. */
    @Test
    void whoMayNotAskForTotalsGetsSumsAndIsToldSo() throws Exception {
        Tools.need("setpriv");
        ProcessBuilder unprivileged = program.marked(new ProcessBuilder(
                "setpriv",
                "--bounding-set=-net_admin",
                "--inh-caps=-net_admin",
                program.launcher(),
                "once",
                "--pid",
                own(),
                "--interval",
                "250ms"));
        unprivileged.redirectErrorStream(true);
        Process once = unprivileged.start();
        String out = new String(once.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, once.waitFor(), out);
        assertTrue(out.contains("at least "), out);
        assertTrue(out.contains("- switches: a sum over /proc/PID/task"), out);
    }

    /** As it is in two pictures: one may be seen while it is drawn. */
    private static String settledRow(Tmux terminal, long pid) {
        String[] before = {"none"};
        Await.until(
                "a row that stays",
                LIMIT,
                () -> {
                    String now = row(terminal, pid);
                    boolean stays = now.equals(before[0]) && !now.isEmpty();
                    before[0] = now;
                    return stays;
                },
                terminal::screen);
        return before[0];
    }

    private static String row(Tmux terminal, long pid) {
        Pattern row = Pattern.compile("│ +" + pid + " .*");
        return terminal.screen()
                .lines()
                .filter(line -> row.matcher(line).matches())
                .findFirst()
                .orElse("");
    }

    private static String own() {
        return String.valueOf(ProcessHandle.current().pid());
    }
}
