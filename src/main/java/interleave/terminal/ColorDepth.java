package interleave.terminal;

import java.util.Map;

/** The number of colours of a terminal. */
public enum ColorDepth {
    NONE,
    ANSI_16,
    INDEXED_256,
    RGB_24BIT;

    /**
     * The depth by the environment: {@code NO_COLOR} (not empty) wins, then the {@code TERM} of a terminal that has few
     * colours, then {@code COLORTERM} ({@code truecolor} or {@code 24bit}), then a {@code TERM} that contains {@code
     * 256color}; without a hint, the sixteen that nearly all know. {@code COLORTERM} is of the terminal that a shell
     * began in, and goes along into whatever is started from there: a login on a console, or GNU screen.
     */
    static ColorDepth of(Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) return NONE;
        String term = environment.getOrDefault("TERM", "");
        if (mono(term)) return NONE;
        if (term.startsWith("linux") || term.startsWith("vt")) return ANSI_16;
        if (term.endsWith("-direct")) return RGB_24BIT;
        String colorTerm = environment.getOrDefault("COLORTERM", "");
        boolean all = colorTerm.equals("truecolor") || colorTerm.equals("24bit");
        if (all && !gnuScreen(term, environment)) return RGB_24BIT;
        return term.contains("256color") ? INDEXED_256 : ANSI_16;
    }

    /** Those that terminfo knows no colours of. */
    private static boolean mono(String term) {
        boolean old = term.startsWith("vt") && !term.startsWith("vt525");
        return old || term.endsWith("-m") || term.endsWith("-mono");
    }

    /** {@code TERM=screen} is what tmux calls itself, too; each names itself by a variable of its own. */
    private static boolean gnuScreen(String term, Map<String, String> environment) {
        boolean tmux = environment.containsKey("TMUX") && !environment.containsKey("STY");
        return term.startsWith("screen") && !tmux;
    }
}
