package interleave.panel;

import interleave.screen.Cell;
import interleave.screen.Grid;
import interleave.screen.Ink;
import interleave.screen.Size;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints a scene as a terminal would show it: {@code Pictures SCENE COLUMNS ROWS}. For looking at, by hand. */
final class Pictures {
    private Pictures() {}

    public static void main(String[] arguments) {
        Size size = new Size(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Grid grid = Picture.draw(Scenes.named(arguments[0], size));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print("\u001B[?25l\u001B[?7l\u001B[2J");
        for (int row = 0; row < size.rows(); row++) {
            out.print("\u001B[" + (row + 1) + ";1H");
            for (int column = 0; column < size.columns(); column++) out.print(styled(grid.at(column, row)));
        }
        out.print("\u001B[0m");
    }

    private static String styled(Cell cell) {
        String bold = cell.bold() ? "1;" : "";
        String reversed = cell.reversed() ? "7;" : "";
        return "\u001B[0m\u001B[" + bold + reversed + "38;2;" + colour(cell.ink()) + "m" + cell.glyph();
    }

    private static String colour(Ink ink) {
        return switch (ink) {
            case PLAIN -> "200;204;212";
            case FAINT -> "120;126;138";
            case STRONG -> "240;242;246";
            case TITLE -> "126;182;255";
            case KEY -> "240;198;116";
            case GOOD -> "128;200;128";
            case NOTICE -> "240;198;116";
            case BAD -> "240;112;112";
            case USER -> "96;160;240";
            case SYSTEM -> "240;160;80";
            case IRQ -> "200;140;240";
            case STEAL -> "240;112;112";
            case IOWAIT -> "120;126;138";
            case TRACK -> "62;66;76";
            case GRAPH_LOW -> "96;160;240";
            case GRAPH_MIDDLE -> "120;200;220";
            case GRAPH_HIGH -> "240;180;90";
            case RUN_1 -> "96;160;240";
            case RUN_2 -> "120;210;180";
            case RUN_3 -> "240;160;80";
            case RUN_4 -> "200;140;240";
            case RUN_5 -> "230;210;110";
            case RUN_6 -> "240;130;170";
            case RUN_7 -> "150;200;100";
            case RUN_8 -> "140;150;240";
            case REST -> "96;102;114";
        };
    }
}
