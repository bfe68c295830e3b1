package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Limits of the system that are too low for what is asked: one line that says which, and how to raise it. One test
 * after the other: two of them count the processes of the same stranger.
 */
@Execution(ExecutionMode.SAME_THREAD)
class LimitsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Nobody's, so that the limit on its processes counts none but ours. */
    private static final String STRANGER = "54321";

    private final Program program = new Program();

    @TempDir
    Path temp;

    private Program.Result shell(List<String> before, String script) throws Exception {
        Tools.need("bash");
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of("bash", "-c", script));
        ProcessBuilder builder = program.marked(new ProcessBuilder(command));
        builder.environment().put("XDG_STATE_HOME", temp.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        return Program.result(process, LIMIT);
    }

    private void assertRefused(Program.Result result, String what, String cure) {
        assertEquals(1, result.status(), result.toString());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(what) && result.err().contains(cure), result.err());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    @Test
    void tooFewOpenFilesAreNamed() throws Exception {
        Program.Result result = shell(
                List.of(),
                "ulimit -n 100; exec " + program.launcher()
                        + " run http/virtual --concurrency 500 --warmup 0s --duration 1s");
        assertRefused(result, "open files", "ulimit -n");
    }

    @Test
    void aRateThatTakesMoreFilesThanThereMayBeIsRefused() throws Exception {
        Program.Result result = shell(
                List.of(),
                "ulimit -n 100; exec " + program.launcher()
                        + " run http/virtual --rate 20000/s --warmup 0s --duration 1s");
        assertRefused(result, "400 connections need 464 open files", "raise ulimit -n, or lower the rate");
    }

    /** 34 in flight on average, of starts at random, where 36 find room: now and then there are more. */
    @Test
    void whatPilesUpBeyondTheOpenFilesIsDroppedAndTold() throws Exception {
        Program.Result result = shell(
                List.of(),
                "ulimit -n 100; exec " + program.launcher()
                        + " run http/virtual --rate 1700/s --arrival poisson --warmup 0s --duration 1s --format json");
        assertEquals(0, result.status(), result.toString());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains("no more than 36 connections find room in 100 open files"), result.err());
        String summary = result.out().lines().toList().getLast();
        assertTrue(summary.contains("\"failed\":0") && summary.contains("\"verified\":true"), summary);
        assertTrue(!summary.contains("\"dropped\":0,"), summary);
    }

    /**
     * Of the workload's, and of the monitor's own. The limit does not bind root, who becomes somebody else for it; and
     * needs a folder that others can read.
     */
    @Test
    void tooFewThreadsAreNamed() throws Exception {
        String launcher = program.launcher();
        List<String> before = List.of();
        if (System.getProperty("user.name").equals("root")) {
            launcher = copy().resolve("bin/interleave").toString();
            Tools.need("setpriv");
            before = List.of("setpriv", "--reuid", STRANGER, "--regid", STRANGER, "--clear-groups");
        }
        String run = "; exec " + launcher + " run http/threads --concurrency 256 --warmup 0s --duration 1s";
        assertRefused(shell(before, "ulimit -u 70" + run), "thread", "ulimit -u");
        for (int most : new int[] {5, 12})
            assertRefused(
                    shell(before, "ulimit -u " + most + run), "ulimit -u is " + most, "takes 13 threads: raise it");
    }

    /** Java ends there with no word of its own, or with thirty lines. */
    @Test
    void tooLittleMemoryIsNamedBeforeJavaBegins() throws Exception {
        for (int most : new int[] {500_000, 1_200_000, 1_400_000})
            for (String command : List.of("once", "run hash/single --warmup 0s --duration 1s", ""))
                assertRefused(
                        shell(List.of(), "ulimit -v " + most + "; exec " + program.launcher() + " " + command),
                        "ulimit -v is " + most,
                        "raise it");
        assertRefused(
                shell(List.of(), "ulimit -d 50000; exec " + program.launcher() + " once"), "ulimit -d", "raise it");
    }

    @Test
    void tooLittleMemoryForARunIsNamed() throws Exception {
        String run = " run hash/single --warmup 0s --duration 1s --heap ";
        Program.Result refused = shell(List.of(), "ulimit -v 2100000; exec " + program.launcher() + run + "64m");
        assertRefused(refused, "ulimit -v is 2100000 KiB", "raise it, or lower --heap");
        assertEquals(
                0,
                shell(List.of(), "ulimit -v 3000000; exec " + program.launcher() + run + "64m")
                        .status());
    }

    /** Root of a user namespace is somebody else outside, and bound. */
    @Test
    void rootOfAUserNamespaceIsBound() throws Exception {
        List<String> before =
                List.of("setpriv", "--reuid", STRANGER, "--regid", STRANGER, "--clear-groups", "unshare", "-U", "-r");
        Tools.need("setpriv", "unshare");
        assumeTrue(System.getProperty("user.name").equals("root"), "it takes another user's user namespace");
        assumeTrue(shell(before, "true").status() == 0, "no user namespaces here");
        String launcher = copy().resolve("bin/interleave").toString();
        for (int most : new int[] {12, 13})
            assertRefused(
                    shell(before, "ulimit -u " + most + "; exec " + launcher + " once"),
                    "ulimit -u is " + most,
                    "takes 13 threads: raise it");
        assertEquals(
                0, shell(before, "ulimit -u 40; exec " + launcher + " list").status());
    }

    /** A network namespace that was only just made has no way to 127.0.0.1. */
    @ParameterizedTest
    @ValueSource(strings = {"http/single", "http/event-loop", "serve/event-loop"})
    void aNetworkWithoutLoopbackIsOneLine(String workload) throws Exception {
        Tools.need("unshare");
        Process probe = new ProcessBuilder("unshare", "-n", "true").start();
        assumeTrue(Program.result(probe, LIMIT).status() == 0, "unshare -n takes root");
        Program.Result result =
                shell(List.of("unshare", "-n"), "exec " + program.launcher() + " run " + workload + " 2>&1 >/dev/null");
        assertEquals(1, result.status(), result.toString());
        List<String> words = result.out()
                .lines()
                .filter(line -> !line.contains(" serves http://"))
                .toList();
        assertEquals(1, words.size(), result.out());
        assertTrue(words.getFirst().contains("the loopback interface is down"), result.out());
        assertTrue(words.getFirst().contains(": ip link set lo up"), result.out());
    }

    private Path copy() throws Exception {
        Path copy = Files.createDirectory(temp.resolve("folder"));
        Process process = new ProcessBuilder(
                        "cp", "-r", "--preserve=timestamps", Program.FOLDER + "/.", copy.toString())
                .inheritIO()
                .start();
        assertTrue(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "still copying");
        Process open = new ProcessBuilder("chmod", "-R", "a+rwX", temp.toString())
                .inheritIO()
                .start();
        assertEquals(0, open.waitFor());
        return copy;
    }
}
