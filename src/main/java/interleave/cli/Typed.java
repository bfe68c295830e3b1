package interleave.cli;

/** The words of a user, as a message repeats them. */
final class Typed {
    private Typed() {}

    /** The text; in quotes where its ends would not be seen, as of nothing. */
    static String shown(String text) {
        return text.isEmpty() || !text.equals(text.strip()) ? "'" + text + "'" : text;
    }
}
