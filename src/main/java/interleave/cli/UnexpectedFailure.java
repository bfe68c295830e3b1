package interleave.cli;

import interleave.supervisor.Hints;
import interleave.supervisor.StateFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What should not happen: the user reads one line of it, and the rest is in a file. */
public final class UnexpectedFailure {
    private static final int STATUS = 1;

    private UnexpectedFailure() {}

    /** Says what happened in one line, and where the details are. Gives the exit status. */
    public static int tell(Throwable failure, PrintStream err) {
        return tell(failure, err, StateFolder.ofThisUser());
    }

    static int tell(Throwable failure, PrintStream err, Path folder) {
        String what = failure.toString().replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
        err.println("interleave: " + what + Hints.of(what) + "; "
                + details(failure, folder.resolve("interleave-error.log")));
        return STATUS;
    }

    /**
     * From now on any thread that breaks ends this process with such a line: without one of its threads it would go on
     * as a picture that no longer moves. Workers end with it, as their input does.
     *
     * @param before what must come first, such as giving the terminal back; any thread
     */
    public static void endsTheProcess(Runnable before, PrintStream err) {
        Runtime runtime = Runtime.getRuntime();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            try {
                before.run();
                tell(failure, err);
            } finally {
                // No exit: it would wait for ever where a thread breaks that the end waits for.
                runtime.halt(STATUS);
            }
        });
    }

    private static String details(Throwable failure, Path file) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, trace.toString());
            return "details: " + file;
        } catch (IOException e) {
            return "no details, since " + file + " cannot be written";
        }
    }
}
