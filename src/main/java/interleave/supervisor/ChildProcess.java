package interleave.supervisor;

import interleave.kernel.OutOfMemoryKiller;
import interleave.kernel.ProcessNumbers;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** A child process, as far as the supervisor has to do with it. */
interface ChildProcess {
    File ROOT = new File("/");
    Path PROC = Path.of("/proc");

    /** The source of children. Starting one does not wait for it. */
    @FunctionalInterface
    interface Starter {
        /** @param command the program and its arguments; no shell sees them */
        ChildProcess start(List<String> command) throws IOException;
    }

    /** Its number in {@code /proc}; 0 where that does not know it. */
    long pid();

    /** Its standard input; closing it orders it to end at once. */
    OutputStream orders();

    /** Its standard output. */
    InputStream messages();

    /** Its standard error. */
    InputStream words();

    /** Waits for its end, and gives its exit status; 128 and more: the number of the signal that ended it, plus 128. */
    int waitFor() throws InterruptedException;

    /** Ends it without asking (SIGKILL). Does not wait. */
    void kill();

    /** Loads the JDK's own classes for the first one. */
    static void prepare() {
        ProcessNumbers.ofThisProcess(PROC);
        try {
            Class.forName("java.lang.ProcessImpl");
        } catch (ClassNotFoundException | LinkageError e) {
            // Then the first start takes longer, or tells what is wrong.
        }
    }

    /** Children work in the root folder: it never goes, and it keeps no disk from being unmounted. */
    static ChildProcess start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).directory(ROOT).start();
        int pid = ProcessNumbers.ofThisProcess(PROC).inProc((int) process.pid());
        // Where memory runs out, a run is to end, and not who tells of it and has a terminal to give back.
        OutOfMemoryKiller.takesFirst(PROC, pid);
        return new ChildProcess() {
            @Override
            public long pid() {
                return pid;
            }

            @Override
            public OutputStream orders() {
                return process.getOutputStream();
            }

            @Override
            public InputStream messages() {
                return process.getInputStream();
            }

            @Override
            public InputStream words() {
                return process.getErrorStream();
            }

            @Override
            public int waitFor() throws InterruptedException {
                return process.waitFor();
            }

            @Override
            public void kill() {
                process.destroyForcibly();
            }
        };
    }
}
