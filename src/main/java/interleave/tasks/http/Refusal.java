package interleave.tasks.http;

import java.io.IOException;

/** An answer that is none: its status says so. Without a stack trace, since there may be thousands a second. */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1;

    Refusal(String words) {
        super(words);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
