package interleave.terminal;

import interleave.screen.Glyphs;
import interleave.screen.Size;
import interleave.screen.Terminal;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The terminal that this process was started in. */
public final class Terminals {
    private static final int IN = 0;
    private static final int OUT = 1;
    private static final Size USUAL = new Size(80, 24);
    private static final String INSTEAD = "; without a terminal, use 'interleave run' or 'interleave once'";

    private Terminals() {}

    /** Why there is no terminal to draw on, as one line without an end; empty if there is one. */
    public static Optional<String> whyNot(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        return whyNoTty(IN, "standard input")
                .or(() -> whyNoTty(OUT, "standard output"))
                .or(() -> term.isEmpty() ? Optional.of("TERM is not set") : Optional.empty())
                .or(() -> term.equals("dumb") ? Optional.of("TERM=dumb cannot place text") : Optional.empty())
                .map(why -> why + INSTEAD);
    }

    /**
     * Takes the terminal on standard input and output. To be called once, when {@link #whyNot} finds nothing.
     *
     * @throws IOException if it does not let itself be set to raw mode
     */
    public static Terminal open(TerminalOptions options) throws IOException {
        Map<String, String> environment = System.getenv();
        ColorDepth depth = options.color().orElseGet(() -> ColorDepth.of(environment));
        Glyphs glyphs = options.glyphs().orElseGet(() -> GlyphChoice.of(environment));
        PictureDescriptor picture = PictureDescriptor.ofThisProcess();
        return new TtyTerminal(
                new Tty(IN),
                new FileInputStream(FileDescriptor.in),
                new PatientOutput(
                        new FileOutputStream(picture.descriptor()),
                        () -> Tty.nonBlocking(picture.number()),
                        () -> Libc.awaitWritable(picture.number())),
                new Palette(depth),
                glyphs,
                fallbackSize(environment),
                new PasteBrackets(PasteBrackets.outermost(environment), System::nanoTime));
    }

    /**
     * Keeps what the JVM prints when it crashes out of the picture, from now on, where the terminal can be reached
     * another way. {@link System#out} stays what it was to whoever reads it.
     */
    public static void keepThePicture() {
        try {
            PictureDescriptor.ofThisProcess().leaveStandardOutput();
        } catch (IOException e) {
            // There is no /dev/null: all stays as it is.
        }
    }

    /** The number of columns of the terminal on a descriptor; 80 where that is none, or does not say. */
    public static int columns(int descriptor) {
        try {
            return Tty.size(descriptor).orElse(USUAL).columns();
        } catch (LinkageError | RuntimeException e) {
            return USUAL.columns();
        }
    }

    private static Optional<String> whyNoTty(int descriptor, String name) {
        try {
            return Tty.isTerminal(descriptor) ? Optional.empty() : Optional.of(name + " is not a terminal");
        } catch (LinkageError | RuntimeException e) {
            return Optional.of(
                    "the terminal library could not be loaded (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** {@code COLUMNS} and {@code LINES}, else 80x24. */
    static Size fallbackSize(Map<String, String> environment) {
        return new Size(
                positive(environment.get("COLUMNS"), USUAL.columns()),
                positive(environment.get("LINES"), USUAL.rows()));
    }

    private static int positive(String text, int otherwise) {
        if (text == null || text.isEmpty() || text.length() > 4) return otherwise;
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') return otherwise;
            number = number * 10 + digit - '0';
        }
        return number > 0 ? number : otherwise;
    }
}
