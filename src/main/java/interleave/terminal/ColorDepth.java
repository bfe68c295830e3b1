package interleave.terminal;

import java.util.Map;

/** How many colours a terminal has. */
public enum ColorDepth {
    NONE,
    ANSI_16,
    INDEXED_256,
    RGB_24BIT;

    /**
     * What the environment says: {@code NO_COLOR} (not empty) wins, then {@code COLORTERM} ({@code truecolor} or {@code
     * 24bit}), then a {@code TERM} that contains {@code 256color}; without a hint, the sixteen that all know.
     */
    static ColorDepth of(Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) return NONE;
        String colorTerm = environment.getOrDefault("COLORTERM", "");
        if (colorTerm.equals("truecolor") || colorTerm.equals("24bit")) return RGB_24BIT;
        String term = environment.getOrDefault("TERM", "");
        if (term.endsWith("-direct")) return RGB_24BIT;
        return term.contains("256color") ? INDEXED_256 : ANSI_16;
    }
}
