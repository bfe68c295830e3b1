package interleave.cli;

import interleave.kernel.Reason;
import interleave.spec.ExitStatus;
import interleave.supervisor.Hints;
import interleave.supervisor.Home;
import interleave.supervisor.StateFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A failure that should not happen: the user reads one line of it, and the rest is in a file. */
public final class UnexpectedFailure {
    private static final int STATUS = ExitStatus.FAILED;

    /** Causes can go in a circle. */
    private static final int DEEPEST = 10;

    private static final String NOTHING_LEFT =
            "interleave: the system has no room for what Java itself takes: raise the limit on threads (ulimit -u,"
                    + " pids.max of a cgroup) or on memory (ulimit -v, memory.max of a cgroup)";

    private static final String FILES = "Too many open files";

    private UnexpectedFailure() {}

    /**
     * Says what happened in one line, and where the details are; of a full heap there are none, since they would take
     * some of it. Gives the exit status.
     */
    public static int tell(Throwable failure, PrintStream err) {
        if (isHeapFull(failure)) {
            LastWords.HEAP_FULL.say();
            return STATUS;
        }
        return tell(failure, err, StateFolder::ofThisUser);
    }

    static int tell(Throwable failure, PrintStream err, Path folder) {
        return tell(failure, err, () -> folder);
    }

    /** Even what it takes to say so can fail: then a line that takes less is said, by what it was that failed. */
    static int tell(Throwable failure, PrintStream err, Supplier<Path> folder) {
        try {
            err.println("interleave: " + words(failure) + "; "
                    + details(failure, folder.get().resolve("interleave-error.log")));
        } catch (Throwable alsoFailed) {
            err.println(withoutDetails(failure, alsoFailed));
        }
        return STATUS;
    }

    private static String withoutDetails(Throwable failure, Throwable alsoFailed) {
        try {
            if (isNoRoom(failure) || isNoRoom(alsoFailed)) return NOTHING_LEFT;
            return "interleave: " + words(failure) + "; no details, since "
                    + alsoFailed.getClass().getSimpleName() + " came of writing them";
        } catch (Throwable evenThat) {
            return NOTHING_LEFT;
        }
    }

    /**
     * A limit of the system was reached, or came of one that was: a class that could not be initialized names the
     * error of that time in its cause, by its words alone.
     */
    private static boolean isNoRoom(Throwable failure) {
        Throwable why = failure;
        for (int depth = 0; why != null && depth < DEEPEST; depth++, why = why.getCause())
            if (why instanceof OutOfMemoryError
                    || why instanceof LinkageError
                            && String.valueOf(why.getMessage()).contains("OutOfMemoryError")) return true;
        return false;
    }

    private static boolean isHeapFull(Throwable failure) {
        return failure instanceof OutOfMemoryError
                && !String.valueOf(failure.getMessage()).contains("native thread");
    }

    private static String words(Throwable failure) {
        if (failure instanceof LinkageError && Home.isGone()) return Home.GONE;
        if (Reason.of(failure).equals(FILES)) return "too many open files: raise ulimit -n";
        String name = failure.getClass().getSimpleName();
        if (!(failure instanceof OutOfMemoryError)) return "unexpected: " + name;
        String message = String.valueOf(failure.getMessage());
        if (message.contains("native thread")) return "no further thread could be created" + Hints.of(message);
        return LastWords.heapFull();
    }

    /**
     * From now on any thread that breaks ends this process with such a line: without one of its threads it would go on
     * as a picture that no longer moves. Workers end with it, as their input does.
     *
     * @param before what must come first, such as giving the terminal back; any thread
     */
    public static void endsTheProcess(Runnable before, PrintStream err) {
        // A string constant takes memory when it is first met.
        if (isHeapFull(new OutOfMemoryError("none"))) LastWords.HEAP_FULL.makeReady();
        Runtime runtime = Runtime.getRuntime();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            try {
                quietly(before);
                tell(failure, err);
            } finally {
                // No exit: it would wait for ever where a thread breaks that the end waits for.
                runtime.halt(STATUS);
            }
        });
    }

    private static void quietly(Runnable before) {
        try {
            before.run();
        } catch (RuntimeException | Error e) {
            // The first failure is the one that is told.
        }
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
