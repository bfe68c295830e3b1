package interleave.cli;

/** The words of a user, as a message repeats them. */
final class Typed {
    private Typed() {}

    /** The text; of nothing, quotes that stand for it. */
    static String shown(String text) {
        return text.isEmpty() ? "''" : text;
    }
}
