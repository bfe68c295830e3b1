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
import java.util.function.Supplier;
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

    private static String said(Throwable failure, Supplier<Path> folder) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertEquals(1, UnexpectedFailure.tell(failure, new PrintStream(err, true), folder));
        return err.toString(StandardCharsets.UTF_8);
    }

    private static NoClassDefFoundError uninitialized(String why) {
        NoClassDefFoundError error =
                new NoClassDefFoundError("Could not initialize class jdk.internal.ref.CleanerFactory");
        error.initCause(new ExceptionInInitializerError(why));
        return error;
    }

    /** Without a thread for cleaners, not even a path can be made. */
    @Test
    void whereNothingIsLeftEvenForThatItIsStillOneLine() {
        String why = "Exception java.lang.OutOfMemoryError: unable to create native thread [in thread \"main\"]";
        String said = said(new IllegalStateException("oh"), () -> {
            throw uninitialized(why);
        });
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains("ulimit -u") && said.contains("ulimit -v"), said);
    }

    /** As after a deleted current directory, of which the file system of a JVM cannot be made. */
    @Test
    void whatElseHindersTheDetailsIsNoLimit() {
        String why = "Exception java.lang.Error: java.io.IOException [in thread \"main\"]";
        assertEquals(
                "interleave: unexpected: IllegalStateException; no details, since NoClassDefFoundError came of writing"
                        + " them\n",
                said(new IllegalStateException("oh"), () -> {
                    throw uninitialized(why);
                }));
    }

    /** As of the JDK's time zones, which are read when the first sample is shown. */
    @Test
    void noRoomForAnotherOpenFileIsSaidAsThat() {
        Throwable none = new Error(new java.io.FileNotFoundException("/lib/tzdb.dat (Too many open files)"));
        String said = said(none, () -> temp);
        assertTrue(said.startsWith("interleave: too many open files: raise ulimit -n; "), said);
    }

    @Test
    void aClassThatIsMissingWithTheFolderIsSaidAsThat() {
        String before = System.getProperty("interleave.home");
        System.setProperty("interleave.home", temp.resolve("gone").toString());
        try {
            assertEquals(
                    "interleave: the application folder is gone or was replaced: start the monitor again; details: "
                            + temp + "/interleave-error.log\n",
                    said(new NoClassDefFoundError("oshi/SystemInfo"), () -> temp));
        } finally {
            if (before == null) System.clearProperty("interleave.home");
            else System.setProperty("interleave.home", before);
        }
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
