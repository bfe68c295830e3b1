package interleave.report;

/**
 * Writes elements of HTML that are well-formed XML as well. Every text and every attribute goes through the same
 * escape, so that no name can end its element or begin another. One thread.
 */
final class Markup {
    private final StringBuilder text = new StringBuilder();

    /** Begins an element. Attributes are names and values in turn. */
    Markup begin(String element, String... attributes) {
        tag(element, attributes);
        text.append('>');
        return this;
    }

    Markup end(String element) {
        text.append("</").append(element).append(">\n");
        return this;
    }

    /** An element with nothing but text. */
    Markup with(String element, String words, String... attributes) {
        return begin(element, attributes).words(words).end(element);
    }

    /** An element with nothing in it. */
    Markup empty(String element, String... attributes) {
        tag(element, attributes);
        text.append("/>\n");
        return this;
    }

    Markup words(String words) {
        escape(words);
        return this;
    }

    /** Ours, and no data: a style sheet. */
    Markup raw(String ours) {
        text.append(ours);
        return this;
    }

    private void tag(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
    }

    private void escape(String words) {
        words.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.appendCodePoint(drawable(point) ? point : '?');
            }
        });
    }

    /** False for what XML forbids, and for what turns the direction of the text behind it. */
    private static boolean drawable(int point) {
        int type = Character.getType(point);
        return point == '\n'
                || type != Character.CONTROL
                        && type != Character.FORMAT
                        && type != Character.SURROGATE
                        && type != Character.UNASSIGNED;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
