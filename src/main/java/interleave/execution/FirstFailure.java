package interleave.execution;

import interleave.kernel.Reason;
import interleave.task.Unable;
import interleave.task.WrongResult;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The reason, in a few plain words, for the first failure of a run that was not made on purpose. Safe from any thread.
 */
final class FirstFailure {
    /** Of an exception's causes, so many are looked at. */
    private static final int DEEPEST = 16;

    private final AtomicReference<String> words = new AtomicReference<>();

    void saw(Throwable why) {
        if (words.getPlain() == null) words.compareAndSet(null, words(why));
    }

    Optional<String> words() {
        return Optional.ofNullable(words.get());
    }

    /** The words of what our own code threw, wherever among the causes; else what {@link Reason} makes of it. */
    static String words(Throwable why) {
        Throwable cause = why;
        for (int depth = 0; depth < DEEPEST && cause != null; depth++, cause = cause.getCause())
            if (ours(cause) && cause.getMessage() != null) return cause.getMessage();
        return Reason.of(why);
    }

    private static boolean ours(Throwable why) {
        if (why instanceof Unable || why instanceof WrongResult) return true;
        StackTraceElement[] trace = why.getStackTrace();
        return why.getCause() == null
                && trace.length > 0
                && trace[0].getClassName().startsWith("interleave.tasks.");
    }
}
