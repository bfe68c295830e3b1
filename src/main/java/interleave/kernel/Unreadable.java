package interleave.kernel;

import java.io.IOException;

/** A source of numbers cannot be read; the message is one plain sentence of ours, safe to show. */
public final class Unreadable extends IOException {
    private final boolean missing;

    private Unreadable(String words, boolean missing, Throwable cause) {
        super(words, cause);
        this.missing = missing;
    }

    /** This machine does not have the source. */
    public static Unreadable missing(String words) {
        return new Unreadable(words, true, null);
    }

    /** The machine has it, and it is not as expected. */
    public static Unreadable malformed(String words) {
        return new Unreadable(words, false, null);
    }

    /** {@code name} and why: what was thrown where {@code verb} failed, as in "opened". */
    static Unreadable of(String name, String verb, Throwable why) {
        return new Unreadable(name + " cannot be " + verb + ": " + Reason.of(why), false, why);
    }

    /** True where the machine lacks the source, false where it has it. */
    public boolean missing() {
        return missing;
    }
}
