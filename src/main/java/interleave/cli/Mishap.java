package interleave.cli;

import interleave.supervisor.StateFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What should not happen: the user reads one line of it, and the rest is in a file. */
public final class Mishap {
    private static final int STATUS = 1;

    private Mishap() {}

    /** Says what happened in one line, and where the details are. Gives the exit status. */
    public static int tell(Throwable failure, PrintStream err) {
        String what = failure.toString().replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
        err.println("interleave: " + what + "; " + details(failure));
        return STATUS;
    }

    private static String details(Throwable failure) {
        Path file = StateFolder.ofThisUser().resolve("interleave-error.log");
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
