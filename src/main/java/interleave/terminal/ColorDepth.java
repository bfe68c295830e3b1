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
     * 24bit}), then a {@code TERM} that contains {@code 256color}, or is one of those that terminfo knows no colours of;
     * without a hint, the sixteen that nearly all know.
     */
    static ColorDepth of(Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) return NONE;
        String colorTerm = environment.getOrDefault("COLORTERM", "");
        if (colorTerm.equals("truecolor") || colorTerm.equals("24bit")) return RGB_24BIT;
        String term = environment.getOrDefault("TERM", "");
        if (term.endsWith("-direct")) return RGB_24BIT;
        if (term.contains("256color")) return INDEXED_256;
        boolean mono = term.endsWith("-m") || term.endsWith("-mono");
        return mono || term.startsWith("vt1") || term.startsWith("vt2") || term.startsWith("vt3") ? NONE : ANSI_16;
    }
}
