package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The kernel cuts the name of a process at 15 bytes, inside a character too, and takes any bytes: each reader of a file
 * that holds the name reads past it. The names are those of a real process, which gives itself each.
 */
class CutNamesTest {
    private static final Path PROC = Path.of("/proc");

    @TempDir
    Path own;

    private Process process;
    private int pid;

    /** @param name as printf(1) takes it */
    private void named(String name) throws IOException {
        process = new ProcessBuilder(
                        "sh", "-c", "printf \"$1\" >/proc/$$/comm && echo named && read -r line", "sh", name)
                .start();
        byte[] line = process.getInputStream().readNBytes("named\n".length());
        assertEquals("named\n", new String(line, StandardCharsets.US_ASCII));
        pid = Math.toIntExact(process.pid());
        Files.createSymbolicLink(own.resolve("self"), PROC.resolve(String.valueOf(pid)));
    }

    @AfterEach
    void end() throws Exception {
        process.getOutputStream().close();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-nio-\\303\\244-8\\303", "\\377\\376) R 1", "a)\\n\\303", "(\\200\\n) \\033[31m"})
    void everyReaderReadsPastTheName(String name) throws Exception {
        named(name);
        PidStat stat = new ProcessFiles(PROC).stat(pid).orElseThrow();
        assertEquals(pid, stat.key().pid());
        assertEquals(1, stat.threads());
        assertTrue(stat.name().contains("\ufffd"), stat.name());
        assertFalse(new ProcessSlices(PROC).name(pid).isEmpty());
        assertTrue(new ProcessFiles(PROC).command(pid).startsWith("sh"));
        assertEquals(Optional.empty(), ProcessId.whyNot(PROC, pid));
        assertTrue(new ProcessTree(PROC, Math.toIntExact(ProcessHandle.current().pid()))
                .members()
                .contains(pid));
        assertTrue(new OtherProcesses(PROC, 0).read().uses().values().stream().anyMatch(use -> use.pid() == pid));
        assertFalse(StandingStill.ofThisMachine().is(pid));
        assertEquals(Optional.of("it is no HotSpot JVM"), JvmAttach.whyNot(PROC, pid));
        assertTrue(switches() > 0, "it has waited");
        try (ThreadFiles threads = new ThreadFiles(PROC)) {
            ThreadState thread = threads.state(pid, pid).orElseThrow();
            assertEquals(stat.name(), thread.name());
            assertTrue(threads.counters(pid, pid).isPresent());
        }
    }

    private long switches() throws IOException {
        try (ProcessAccount account = new ProcessAccount(PROC, pid, 4096, Optional.empty())) {
            return account.read().orElseThrow().totals().switches();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-nio-\\303\\244-8\\303", "a)\\n\\303"})
    void aProcessOfSuchANameReadsItsOwnFiles(String name) throws Exception {
        named(name);
        assertEquals(0, new ProcessStat(own).niceness());
        assertEquals(0, new ProcessStat(own).cpuNanos(), 1_000_000_000);
        try (ProcessStatus status = new ProcessStatus(own)) {
            assertEquals(1, status.read().threads());
            assertTrue(status.allowedCpus().isPresent());
        }
        assertEquals(ThreadLimits.boundless(PROC), ThreadLimits.boundless(own));
        assertEquals(List.of("self"), List.of(own.toFile().list()));
    }
}
