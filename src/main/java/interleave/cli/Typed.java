package interleave.cli;

/** What was typed, as a message repeats it. */
final class Typed {
    private Typed() {}

    /** The text; of nothing, quotes that stand for it. */
    static String shown(String text) {
        return text.isEmpty() ? "''" : text;
    }
}
