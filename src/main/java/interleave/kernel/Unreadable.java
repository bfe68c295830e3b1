package interleave.kernel;

import java.io.IOException;

/** A source of numbers cannot be read; the message is one plain sentence of ours, safe to show. */
public final class Unreadable extends IOException {
    private enum Kind {
        MISSING,
        REFUSED,
        OTHER
    }

    private final Kind kind;

    private Unreadable(String words, Kind kind, Throwable cause) {
        super(words, cause);
        this.kind = kind;
    }

    /** This machine does not have the source. */
    public static Unreadable missing(String words) {
        return new Unreadable(words, Kind.MISSING, null);
    }

    /** The machine has it, and it is not as expected. */
    public static Unreadable malformed(String words) {
        return new Unreadable(words, Kind.OTHER, null);
    }

    /** It is there, and cannot be opened: for want of a descriptor, or of the right to. */
    static Unreadable refused(String name, Throwable why) {
        return new Unreadable(name + " cannot be opened: " + Reason.of(why), Kind.REFUSED, why);
    }

    /** {@code name} and why: what was thrown where {@code verb} failed, as in "opened". */
    static Unreadable of(String name, String verb, Throwable why) {
        return new Unreadable(name + " cannot be " + verb + ": " + Reason.of(why), Kind.OTHER, why);
    }

    /** True where the machine lacks the source, false where it has it. */
    public boolean missing() {
        return kind == Kind.MISSING;
    }

    /** True if it is there, and could not be opened: then nothing of what it is about has ended. */
    public boolean refused() {
        return kind == Kind.REFUSED;
    }

    /** The reason alone, without what it is about. */
    public String reason() {
        return getCause() == null ? getMessage() : Reason.of(getCause());
    }
}
