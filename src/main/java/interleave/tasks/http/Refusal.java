package interleave.tasks.http;

import java.io.IOException;

/**
 * An answer that is none: its status says so. Its stack trace is always the same, since there may be thousands a
 * second; by it the words are known as ours.
 */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1;

    private static final StackTraceElement[] HERE = {
        new StackTraceElement(Refusal.class.getName(), "<init>", "Refusal.java", -1)
    };

    Refusal(String words) {
        super(words);
        setStackTrace(HERE);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
