package interleave.terminal;

import com.googlecode.lanterna.TextColor;
import java.awt.Color;
import java.nio.charset.StandardCharsets;

/**
 * A colour of the foreground, as the parameters of the control sequence that sets it (ECMA-48, SGR; ISO 8613-6 for more
 * than sixteen).
 */
// start-up: Lanterna's own sixteen call String.format when the first of them is touched: 9 ms.
record Hue(String parameters) implements TextColor {
    /** The terminal's own. */
    static final Hue DEFAULT = new Hue("39");

    static final Hue RED = new Hue("31");
    static final Hue GREEN = new Hue("32");
    static final Hue MAGENTA = new Hue("35");
    static final Hue CYAN = new Hue("36");
    static final Hue BLACK_BRIGHT = new Hue("90");
    static final Hue RED_BRIGHT = new Hue("91");
    static final Hue BLUE_BRIGHT = new Hue("94");
    static final Hue MAGENTA_BRIGHT = new Hue("95");
    static final Hue CYAN_BRIGHT = new Hue("96");

    /** @param number in xterm's palette of 256 */
    static Hue indexed(int number) {
        return new Hue("38;5;" + number);
    }

    /** @param rgb eight bits each, red first */
    static Hue rgb(int rgb) {
        return new Hue("38;2;" + (rgb >> 16 & 0xFF) + ';' + (rgb >> 8 & 0xFF) + ';' + (rgb & 0xFF));
    }

    /** One of the upper eight of the sixteen. */
    boolean bright() {
        return parameters.length() == 2 && parameters.charAt(0) == '9';
    }

    /** Written out for the same reason as {@link Style#equals}. */
    @Override
    public boolean equals(Object other) {
        return other == this || other instanceof Hue hue && parameters.equals(hue.parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public byte[] getForegroundSGRSequence() {
        return parameters.getBytes(StandardCharsets.US_ASCII);
    }

    /** Backgrounds are never set. */
    @Override
    public byte[] getBackgroundSGRSequence() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getRed() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getGreen() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getBlue() {
        throw new UnsupportedOperationException();
    }

    @Override
    @SuppressWarnings("deprecation")
    public Color toColor() {
        throw new UnsupportedOperationException();
    }
}
