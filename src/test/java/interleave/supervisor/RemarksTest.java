package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
}
