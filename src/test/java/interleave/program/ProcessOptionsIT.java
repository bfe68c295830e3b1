package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The options of a run's process, as the kernel tells them. */
class ProcessOptionsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Program program = new Program();

    @Test
    void cpusNicenessHeapAndOptionsReachTheWorker() throws Exception {
        Tools.need("taskset");
        Process run = program.start(
                "run",
                "image/pool",
                "--cpus",
                "0",
                "--nice",
                "5",
                "--heap",
                "64m",
                "--jvm-options",
                "-XX:+UseSerialGC  -Xss256k",
                "--warmup",
                "0s",
                "--duration",
                "1m",
                "--format",
                "json");
        run.getOutputStream().close();
        String first = run.inputReader().readLine();
        assertTrue(first.contains("\"load\":{\"concurrency\":1}"), "one task for the one CPU: " + first);

        Path worker = Path.of("/proc", "" + program.pid("interleave.worker.WorkerMain"));
        assertTrue(Files.readString(worker.resolve("status")).contains("\nCpus_allowed_list:\t0\n"));
        String stat = Files.readString(worker.resolve("stat"));
        assertEquals("5", stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16], "niceness");
        List<String> command =
                List.of(Files.readString(worker.resolve("cmdline")).split("\0"));
        assertTrue(command.containsAll(List.of("-Xmx67108864", "-XX:+UseSerialGC", "-Xss256k")), command.toString());

        new ProcessBuilder("kill", "-INT", "" + run.pid()).start().waitFor();
        Program.Result result = Program.result(run, LIMIT);
        assertEquals(130, result.status(), result.toString());
        assertTrue(result.out().contains("\"verified\":true"), result.out());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    @Test
    void anOptionThatTheJvmDoesNotKnowIsNamed() throws Exception {
        Program.Result result =
                program.run(LIMIT, "run", "image/pool", "--jvm-options", "-XX:+UseTimeMachine", "--duration", "1s");
        assertEquals(1, result.status());
        assertTrue(result.err().contains("UseTimeMachine"), result.err());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    /** A JVM prints its log on standard output, where the messages are. */
    @Test
    void whatTheJvmPrintsDoesNotMixWithMessages() throws Exception {
        Program.Result result = program.run(
                LIMIT,
                "run",
                "image/pool",
                "--jvm-options",
                "-Xlog:gc*:stdout -Xmn2m",
                "--warmup",
                "0s",
                "--duration",
                "2s",
                "--format",
                "json");
        assertEquals(0, result.status(), result.toString());
        assertEquals("", result.err());
        assertTrue(result.out().contains("\"verified\":true"), result.out());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    /**
     * The program {@code nice} says so and goes on. Root has the right unless it is taken away, as in many containers.
     */
    @Test
    void aNicenessThatIsNotAllowedIsNotCalledVerified() throws Exception {
        Tools.need("setpriv");
        Process run = program.marked(new ProcessBuilder(
                        "setpriv",
                        "--bounding-set",
                        "-sys_nice",
                        "--inh-caps",
                        "-sys_nice",
                        program.launcher(),
                        "run",
                        "image/pool",
                        "--nice",
                        "-5",
                        "--duration",
                        "1s"))
                .start();
        run.getOutputStream().close();
        Program.Result result = Program.result(run, LIMIT);
        assertEquals(1, result.status(), result.toString());
        assertTrue(result.err().contains("niceness -5 was asked for, and it has 0"), result.toString());
        assertEquals(-1, result.out().indexOf("yes"), result.out());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    @Test
    void aHeapThatAnotherOptionChangesIsSaid() throws Exception {
        Program.Result result = program.run(
                LIMIT, "run", "image/pool", "--heap", "64m", "--jvm-options", "-Xmx256m", "--duration", "1s");
        assertEquals(1, result.status(), result.toString());
        assertTrue(result.err().contains("a heap of 64 MiB was asked for"), result.toString());
    }
}
