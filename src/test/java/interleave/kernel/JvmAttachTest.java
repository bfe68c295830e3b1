package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may be sent a signal that ends whoever does not expect it. */
class JvmAttachTest {
    @TempDir
    Path proc;

    private void process(String mask, String maps) throws IOException {
        Files.createDirectories(proc.resolve("7"));
        Files.writeString(proc.resolve("7/status"), "Name:\tjava\nSigCgt:\t" + mask + "\n");
        Files.writeString(proc.resolve("7/maps"), maps);
    }

    /** Its number, sent a signal, would be somebody else's: one that may end by it. */
    @Test
    void aJvmOfAnotherNamespaceIsNotAsked() throws IOException {
        process("2000000101005ccd", "7f00-7f01 r-xp 0 0 0 /opt/jdk/lib/server/libjvm.so\n");
        Files.createSymbolicLink(proc.resolve("self"), Path.of("900000007"));
        assertTrue(JvmAttach.whyNot(proc, 7).orElseThrow().contains("namespace"));
    }

    @Test
    void onlyAJvmThatCatchesTheSignalIsAsked() throws IOException {
        Files.createSymbolicLink(
                proc.resolve("self"),
                Path.of(String.valueOf(ProcessHandle.current().pid())));
        String jvm = "7f00-7f01 r-xp 0 0 0 /opt/jdk/lib/server/libjvm.so\n";
        process("2000000101005ccd", jvm);
        assertEquals(Optional.empty(), JvmAttach.whyNot(proc, 7));
        process("2000000101005cc9", jvm);
        assertTrue(JvmAttach.whyNot(proc, 7).orElseThrow().contains("SIGQUIT"));
        process("2000000101005ccd", "7f00-7f01 r-xp 0 0 0 /usr/sbin/nginx\n");
        assertEquals(Optional.of("it is no HotSpot JVM"), JvmAttach.whyNot(proc, 7));
        process("2000000101005ccd", "");
        assertEquals(Optional.of("this user may not look into it"), JvmAttach.whyNot(proc, 7));
        assertEquals(Optional.of("it has ended"), JvmAttach.whyNot(proc, 8));
    }

    @Test
    void theMaskHasTheSignalsInTheOrderOfTheirNumbers() {
        assertTrue(JvmAttach.catchesQuit("SigCgt:\t0000000000000004\n"));
        assertFalse(JvmAttach.catchesQuit("SigCgt:\t0000000000000003\n"));
        assertFalse(JvmAttach.catchesQuit("SigCgt:\tfffffffffffffff8\n"));
        assertFalse(JvmAttach.catchesQuit("SigCgt:\n"));
        assertFalse(JvmAttach.catchesQuit(""));
    }
}
