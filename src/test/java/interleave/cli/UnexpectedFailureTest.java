package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnexpectedFailureTest {
    @TempDir
    Path temp;

    /** A program of which a thread breaks while another waits for it in vain. */
    static final class Breaks {
        public static void main(String[] arguments) throws InterruptedException {
            UnexpectedFailure.endsTheProcess(() -> System.err.println("given back"), System.err);
            Thread broken = new Thread(() -> {
                throw new IllegalStateException("oh\nno");
            });
            broken.start();
            broken.join();
            new CountDownLatch(1).await();
        }
    }

    @Test
    void itIsOneLineAndTheRestIsInAFile() throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Path folder = temp.resolve("new");
        assertEquals(
                1,
                UnexpectedFailure.tell(new IllegalStateException("oh\n\u009bno"), new PrintStream(err, true), folder));
        assertEquals(
                "interleave: unexpected: IllegalStateException; details: " + folder + "/interleave-error.log\n",
                err.toString(StandardCharsets.UTF_8));
        assertTrue(Files.readString(folder.resolve("interleave-error.log")).contains("\tat "));
    }

    /** Without a thread for cleaners, not even a path can be made. */
    @Test
    void whereNothingIsLeftEvenForThatItIsStillOneLine() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        UnexpectedFailure.tell(new IllegalStateException("oh"), new PrintStream(err, true), () -> {
            throw new NoClassDefFoundError("Could not initialize class jdk.internal.ref.CleanerFactory");
        });
        String said = err.toString(StandardCharsets.UTF_8);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains("ulimit -u") && said.contains("ulimit -v"), said);
    }

    @Test
    void aLimitSaysWhichOne() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        UnexpectedFailure.tell(
                new OutOfMemoryError("unable to create native thread"), new PrintStream(err, true), temp);
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(
                said.contains("no further thread could be created; no limit on threads is near now: memory may be short"
                        + " (ulimit -v, vm.max_map_count); details: "),
                said);
    }

    /** A program that holds on to all memory, down to the last few bytes, while it ends. */
    static final class FillsUp {
        private static final Object[] KEPT = new Object[2];

        public static void main(String[] arguments) {
            UnexpectedFailure.endsTheProcess(() -> {}, System.err);
            Object[] last = KEPT;
            for (int size = 1 << 20; ; ) {
                try {
                    last[1] = new byte[size];
                    Object[] next = new Object[2];
                    last[0] = next;
                    last = next;
                } catch (OutOfMemoryError e) {
                    if (size == 0) throw e;
                    size = size > 64 ? size / 2 : 0;
                }
            }
        }
    }

    @Test
    void outOfMemoryStillSaysItsLine() throws Exception {
        String err = ends("-Xmx16m", FillsUp.class);
        assertTrue(err.matches("interleave: out of memory: the heap of \\d+ MiB is full.*\n"), err);
    }

    private String ends(String option, Class<?> program) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
        builder.environment().put("XDG_STATE_HOME", temp.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue());
        return err;
    }

    @Test
    void aBrokenThreadEndsTheProcessAfterTheTerminalWasGivenBack() throws Exception {
        String err = ends("-Xmx64m", Breaks.class);
        assertEquals(
                "given back\ninterleave: unexpected: IllegalStateException; details: " + temp
                        + "/interleave/interleave-error.log\n",
                err);
    }
}
