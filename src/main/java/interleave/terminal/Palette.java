package interleave.terminal;

import interleave.screen.Ink;

/**
 * Which colour an ink has. Text keeps the terminal's own foreground, backgrounds are never set, and all else is of
 * middle lightness, so that it can be read on dark and on light. Blue against orange is the main contrast, because
 * those two stay apart for those who do not see red or green; the colours of runs follow the same rule. A colour that
 * means a part of a core's time means nothing else in its history. Of sixteen colours yellow is left out: on white
 * nobody can read it; a colour and its bright form are four runs apart, since neighbours in the table are one or three.
 *
 * <p>With 24 bits only the inks that seldom change on the screen get colours of their own: each costs up to 11 bytes
 * more than one of the 256 whenever it is drawn.
 */
final class Palette {
    private final ColorDepth depth;

    Palette(ColorDepth depth) {
        this.depth = depth;
    }

    /** The style of an ink; without colours, weight and underlining tell the loud ones apart. */
    Style style(Ink ink) {
        if (depth == ColorDepth.NONE) return withoutColor(ink);
        return switch (ink) {
            case PLAIN -> plain(Hue.DEFAULT);
            case STRONG -> bold(Hue.DEFAULT);
            case TITLE, KEY, NOTICE, BAD -> bold(color(ink));
            case FAINT,
                    GOOD,
                    USER,
                    SYSTEM,
                    IRQ,
                    STEAL,
                    IOWAIT,
                    TRACK,
                    GRAPH_LOW,
                    GRAPH_MIDDLE,
                    GRAPH_HIGH,
                    RUN_1,
                    RUN_2,
                    RUN_3,
                    RUN_4,
                    RUN_5,
                    RUN_6,
                    RUN_7,
                    RUN_8,
                    REST -> plain(color(ink));
        };
    }

    private static Style withoutColor(Ink ink) {
        return switch (ink) {
            case STRONG, TITLE, KEY, SYSTEM, GRAPH_HIGH -> bold(Hue.DEFAULT);
            case BAD -> new Style(Hue.DEFAULT, true, true, false);
            case NOTICE -> new Style(Hue.DEFAULT, true, false, true);
            case PLAIN,
                    FAINT,
                    GOOD,
                    USER,
                    IRQ,
                    STEAL,
                    IOWAIT,
                    TRACK,
                    GRAPH_LOW,
                    GRAPH_MIDDLE,
                    RUN_1,
                    RUN_2,
                    RUN_3,
                    RUN_4,
                    RUN_5,
                    RUN_6,
                    RUN_7,
                    RUN_8,
                    REST -> plain(Hue.DEFAULT);
        };
    }

    private static Style plain(Hue color) {
        return new Style(color, false, false, false);
    }

    private static Style bold(Hue color) {
        return new Style(color, true, false, false);
    }

    private Hue color(Ink ink) {
        return switch (ink) {
            case PLAIN, STRONG -> Hue.DEFAULT;
            case FAINT -> of(Hue.BLACK_BRIGHT, 245);
            case TITLE -> of(Hue.CYAN, 73, 0x4F9DA6);
            case KEY -> of(Hue.BLUE_BRIGHT, 68, 0x4C8BD9);
            case GOOD -> of(Hue.CYAN, 37);
            case NOTICE -> of(Hue.MAGENTA, 172);
            case BAD -> of(Hue.RED, 167);
            case USER -> of(Hue.BLUE_BRIGHT, 68);
            case SYSTEM -> of(Hue.MAGENTA, 172);
            case IRQ -> of(Hue.CYAN, 133);
            case STEAL -> of(Hue.RED, 167);
            case IOWAIT -> of(Hue.BLACK_BRIGHT, 73);
            case TRACK -> of(Hue.BLACK_BRIGHT, 242);
            case GRAPH_LOW -> of(Hue.GREEN, 66);
            case GRAPH_MIDDLE -> of(Hue.GREEN, 72);
            case GRAPH_HIGH -> of(Hue.GREEN, 71);
            case RUN_1 -> of(Hue.BLUE_BRIGHT, 68, 0x3F8FD2);
            case RUN_2 -> of(Hue.MAGENTA, 172, 0xD9902F);
            case RUN_3 -> of(Hue.CYAN, 36, 0x1FA187);
            case RUN_4 -> of(Hue.RED, 175, 0xCC79A7);
            case RUN_5 -> of(Hue.GREEN, 166, 0xD1622B);
            case RUN_6 -> of(Hue.MAGENTA_BRIGHT, 107, 0x86A63F);
            case RUN_7 -> of(Hue.CYAN_BRIGHT, 98, 0x8F6FD1);
            case RUN_8 -> of(Hue.RED_BRIGHT, 110, 0x7FA8C9);
            case REST -> of(Hue.BLACK_BRIGHT, 245);
        };
    }

    private Hue of(Hue sixteen, int indexed) {
        return depth == ColorDepth.ANSI_16 ? sixteen : Hue.indexed(indexed);
    }

    private Hue of(Hue sixteen, int indexed, int rgb) {
        if (depth != ColorDepth.RGB_24BIT) return of(sixteen, indexed);
        return Hue.rgb(rgb);
    }
}
