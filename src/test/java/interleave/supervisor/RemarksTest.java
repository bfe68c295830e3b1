package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.task.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RemarksTest {
    @TempDir
    Path temp;

    private final List<String> told = new ArrayList<>();

    private Remarks remarks(Path folder) {
        return new Remarks(
                new ChildLog(new ChildLogs(folder), folder.resolve("image-pool-7.log")),
                log -> told.add("log"),
                told::add);
    }

    @Test
    void theLastLineThatTellsSomethingIsRemembered() throws IOException {
        try (Remarks remarks = remarks(temp)) {
            remarks.add("Unrecognized VM option 'UseTimeMachine'");
            remarks.add("Error: Could not create the Java Virtual Machine.");
            remarks.add("\tat nowhere");
            assertEquals(Optional.of("Unrecognized VM option 'UseTimeMachine'"), remarks.last());
            assertEquals(Optional.empty(), remarks.crash());
        }
        assertEquals(List.of("log"), told);
        assertEquals(3, Files.readAllLines(temp.resolve("image-pool-7.log")).size());
    }

    @Test
    void aCrashIsNamedByItsSignalAndItsReport() throws IOException {
        try (Remarks remarks = remarks(temp)) {
            crash(remarks, "#  SIGSEGV (0xb) at pc=0x00007f6bb7273f14 (sent by kill), pid=17478, tid=17478");
            assertEquals(
                    Optional.of("crashed (SIGSEGV); report: " + temp.resolve("image-pool-7.log")), remarks.crash());
        }
    }

    @Test
    void aCrashWithoutASignalIsNamedByItsLine() throws IOException {
        try (Remarks remarks = remarks(temp)) {
            crash(remarks, "#  Internal Error (javaThread.cpp:12), pid=1, tid=2");
            assertTrue(remarks.crash().orElseThrow().startsWith("crashed (Internal Error (javaThread.cpp:12), pid=1"));
        }
    }

    @Test
    void whereNoLogCanBeWrittenACrashHasNoReport() throws IOException {
        Files.createFile(temp.resolve("file"));
        try (Remarks remarks = remarks(temp.resolve("file"))) {
            crash(remarks, "#  SIGBUS (0x7) at pc=0x1");
            assertEquals(Optional.of("crashed (SIGBUS)"), remarks.crash());
        }
        assertEquals(1, told.size(), told.toString());
    }

    private static void crash(Remarks remarks, String cause) {
        remarks.add("#");
        remarks.add("# A fatal error has been detected by the Java Runtime Environment:");
        remarks.add("#");
        remarks.add(cause);
        remarks.add("#");
        remarks.add("END.");
    }

    /** Whoever opens a pipe that nobody reads waits, as for a disk that hangs. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aDiskThatHangsHoldsUpTheWriterAlone() throws Exception {
        Path log = temp.resolve("image-pool-7.log");
        assertEquals(0, new ProcessBuilder("mkfifo", log.toString()).start().waitFor());
        Remarks remarks = remarks(temp);
        Thread writer = Thread.ofPlatform().daemon().start(() -> remarks.add("the first line"));
        Await.until(() -> remarks.last().isPresent());
        remarks.add("the second line");
        assertEquals(Optional.of("the second line"), remarks.last());
        assertEquals(Optional.empty(), remarks.crash());
        remarks.close();
        assertTrue(writer.isAlive());
        assertEquals(List.of("the first line"), Files.readAllLines(log));
        writer.join();
        assertEquals(List.of("log"), told);
    }
}
