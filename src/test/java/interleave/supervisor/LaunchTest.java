package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.spec.Load;
import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
    private final Launch plain = new Launch(Path.of("java"), "x.jar", Optional.empty(), Duration.ZERO, List.of());

    @TempDir
    private Path folder;

    @Test
    void apartEachChildBecomesASessionFirst() throws Exception {
        Path setsid = Files.createFile(folder.resolve("setsid"));
        assertTrue(setsid.toFile().setExecutable(true));
        Launch apart = plain.apart("/nowhere::" + folder);
        ProcessOptions onCpu = new ProcessOptions(List.of(), OptionalLong.empty(), List.of(0), OptionalInt.empty());
        assertEquals(
                List.of(setsid.toString(), "taskset", "-c", "0", "java"),
                apart.worker(onCpu).subList(0, 5));
        assertEquals(List.of(setsid.toString(), "java"), apart.service().subList(0, 2));
    }

    /** A letter that the locale lacks, or as here one that no name has. */
    @Test
    void aFolderOfPathThatNoFileCanBeCalledIsPassedOver() throws Exception {
        Path setsid = Files.createFile(folder.resolve("setsid"));
        assertTrue(setsid.toFile().setExecutable(true));
        assertEquals(
                setsid.toString(), plain.apart("/tmp/a\0b:" + folder).service().getFirst());
    }

    @Test
    void withoutTheProgramForItChildrenStayInTheSessionButHearNoSignalOfIt() {
        Launch apart = plain.apart("/nowhere:" + folder);
        List<String> deaf = List.of("/bin/sh", "-c", "trap '' INT HUP TERM; exec \"$@\"", "worker", "java");
        assertEquals(deaf, apart.worker(ProcessOptions.NONE).subList(0, 5));
        assertEquals(deaf, apart.service().subList(0, 5));
    }

    /** Of {@code SigIgn} in {@code /proc/PID/status}, bit N - 1 is signal N. */
    @Test
    void aChildIgnoresWhatItsWholeGroupIsSentFromItsFirstInstructionOn() throws Exception {
        Launch grep = new Launch(Path.of("grep"), "", Optional.empty(), Duration.ZERO, List.of()).deaf();
        List<String> command = new ArrayList<>(grep.service().subList(0, 4));
        command.addAll(List.of("grep", "SigIgn", "/proc/self/status"));
        Process child = new ProcessBuilder(command).start();
        String line = new String(child.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        long ignored = Long.parseUnsignedLong(line.strip().split("\\s+")[1], 16);
        assertEquals(0b100_0000_0000_0011, ignored & 0b100_0000_0000_0011, line);
    }

    @Test
    void manyTasksInFlightHaveAFrugalCollectorUnlessTheirJvmIsSetUp() {
        RunSpec few = RunSpec.of(new Workload("timer", "virtual"), new Load.Closed(249_999));
        RunSpec many = RunSpec.of(few.workload(), new Load.Closed(250_000));
        assertEquals(plain.worker(ProcessOptions.NONE), plain.worker(few));
        assertTrue(plain.worker(many).contains("-XX:InitiatingHeapOccupancyPercent=10"));
        ProcessOptions own =
                new ProcessOptions(List.of("-XX:+UseZGC"), OptionalLong.empty(), List.of(), OptionalInt.empty());
        RunSpec other = new RunSpec(
                many.workload(),
                many.load(),
                Map.of(),
                0,
                RunSpec.DEFAULT_SEED,
                Optional.empty(),
                Optional.empty(),
                own);
        assertEquals(plain.worker(own), plain.worker(other));
    }

    /** Children work in another folder than this process does. */
    @Test
    void aClassPathHoldsInAnyFolder() {
        String here = System.getProperty("user.dir");
        assertEquals("/a.jar:" + here + "/lib/b.jar", Launch.absolute("/a.jar:lib/b.jar"));
    }

    @Test
    void whoMeasuresCompilesEarlyInTheApplicationFolderOnly() {
        Launch folder = new Launch(Path.of("java"), "x.jar", Optional.of(Path.of("/app")), Duration.ZERO, List.of());
        List<String> eager = folder.eager().worker(ProcessOptions.NONE);
        assertTrue(
                eager.indexOf("-XX:+AOTReplayTraining") > eager.indexOf("@/app/lib/worker.options"), eager.toString());
        assertTrue(eager.contains("-Dinterleave.compilers=true"), eager.toString());
        // One that ended would take the time it had with it, and one behind 48 threads would not be found.
        assertTrue(eager.contains("-XX:-UseDynamicNumberOfCompilerThreads"), eager.toString());
        assertTrue(folder.eager().service().contains("-XX:Tier3InvocationThreshold=200"));
        assertFalse(folder.worker(ProcessOptions.NONE).contains("-XX:+AOTReplayTraining"));
        assertEquals(plain.worker(ProcessOptions.NONE), plain.eager().worker(ProcessOptions.NONE));
    }
}
