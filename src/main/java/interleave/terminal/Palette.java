package interleave.terminal;

import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.TextColor.ANSI;
import interleave.screen.Ink;

/**
 * Which colour an ink has. Text keeps the terminal's own foreground, backgrounds are never set, and all else is of middle
 * lightness, so that it can be read on dark and on light. Blue against orange is the main contrast, because those two
 * stay apart for those who do not see red or green; the colours of runs follow the same rule.
 *
 * <p>With 24 bits only the inks that seldom change on the screen get colours of their own: each costs up to 11 bytes
 * more than one of the 256 whenever it is drawn.
 */
final class Palette {
    /** How an ink is drawn; without colours, weight and underlining tell the loud ones apart. */
    record Paint(TextColor color, boolean bold, boolean reversed, boolean underlined) {
        private static Paint plain(TextColor color) {
            return new Paint(color, false, false, false);
        }

        private static Paint bold(TextColor color) {
            return new Paint(color, true, false, false);
        }
    }

    private final ColorDepth depth;

    Palette(ColorDepth depth) {
        this.depth = depth;
    }

    Paint paint(Ink ink) {
        if (depth == ColorDepth.NONE) return withoutColor(ink);
        return switch (ink) {
            case PLAIN -> Paint.plain(ANSI.DEFAULT);
            case STRONG -> Paint.bold(ANSI.DEFAULT);
            case TITLE, KEY, NOTICE, BAD -> Paint.bold(color(ink));
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
                    REST -> Paint.plain(color(ink));
        };
    }

    private static Paint withoutColor(Ink ink) {
        return switch (ink) {
            case STRONG, TITLE, KEY, SYSTEM, GRAPH_HIGH -> Paint.bold(ANSI.DEFAULT);
            case BAD -> new Paint(ANSI.DEFAULT, true, true, false);
            case NOTICE -> new Paint(ANSI.DEFAULT, true, false, true);
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
                    REST -> Paint.plain(ANSI.DEFAULT);
        };
    }

    private TextColor color(Ink ink) {
        return switch (ink) {
            case PLAIN, STRONG -> ANSI.DEFAULT;
            case FAINT -> of(ANSI.BLACK_BRIGHT, 245);
            case TITLE -> of(ANSI.CYAN, 73, 0x4F9DA6);
            case KEY -> of(ANSI.BLUE_BRIGHT, 68, 0x4C8BD9);
            case GOOD -> of(ANSI.CYAN, 37);
            case NOTICE -> of(ANSI.YELLOW, 172);
            case BAD -> of(ANSI.RED, 167);
            case USER -> of(ANSI.BLUE_BRIGHT, 68);
            case SYSTEM -> of(ANSI.YELLOW, 172);
            case IRQ -> of(ANSI.MAGENTA, 133);
            case STEAL -> of(ANSI.RED, 167);
            case IOWAIT -> of(ANSI.CYAN, 73);
            case TRACK -> of(ANSI.BLACK_BRIGHT, 242);
            case GRAPH_LOW -> of(ANSI.BLUE_BRIGHT, 67);
            case GRAPH_MIDDLE -> of(ANSI.CYAN, 73);
            case GRAPH_HIGH -> of(ANSI.YELLOW, 172);
            case RUN_1 -> of(ANSI.BLUE_BRIGHT, 68, 0x3F8FD2);
            case RUN_2 -> of(ANSI.YELLOW, 172, 0xD9902F);
            case RUN_3 -> of(ANSI.CYAN, 36, 0x1FA187);
            case RUN_4 -> of(ANSI.MAGENTA, 175, 0xCC79A7);
            case RUN_5 -> of(ANSI.RED, 166, 0xD1622B);
            case RUN_6 -> of(ANSI.GREEN, 107, 0x86A63F);
            case RUN_7 -> of(ANSI.MAGENTA_BRIGHT, 98, 0x8F6FD1);
            case RUN_8 -> of(ANSI.CYAN_BRIGHT, 110, 0x7FA8C9);
            case REST -> of(ANSI.BLACK_BRIGHT, 245);
        };
    }

    private TextColor of(ANSI sixteen, int indexed) {
        return depth == ColorDepth.ANSI_16 ? sixteen : new TextColor.Indexed(indexed);
    }

    private TextColor of(ANSI sixteen, int indexed, int rgb) {
        if (depth != ColorDepth.RGB_24BIT) return of(sixteen, indexed);
        return new TextColor.RGB(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
