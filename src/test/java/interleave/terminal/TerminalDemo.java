package interleave.terminal;

import interleave.screen.Cell;
import interleave.screen.Grid;
import interleave.screen.Ink;
import interleave.screen.Key;
import interleave.screen.Size;
import interleave.screen.Terminal;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Shows every ink and echoes keys: a look at a terminal by eye. {@code q} quits, ^Z suspends, ^L repaints. */
final class TerminalDemo {
    private static final Ink[] INKS = Ink.values();

    private TerminalDemo() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        Optional<String> whyNot = Terminals.whyNot(System.getenv());
        if (whyNot.isPresent()) {
            System.err.println("demo: " + whyNot.get());
            System.exit(2);
        }
        long asked = System.nanoTime();
        BlockingQueue<Terminal.Signal> news = new LinkedBlockingQueue<>();
        int status = 0;
        String last = "";
        long shown = 0;
        long opened = 0;
        try (Terminal terminal = Terminals.open(TerminalOptions.AUTOMATIC)) {
            opened = System.nanoTime();
            terminal.show(picture(terminal.size(), 0, "none"));
            shown = System.nanoTime();
            terminal.listen(news::add);
            for (int tick = 1; ; ) {
                Terminal.Signal signal = news.poll(1, TimeUnit.SECONDS);
                if (signal == null) tick++;
                if (signal != null) last = signal.toString();
                if (signal instanceof Terminal.Signal.Ended ended) {
                    status = ended.status();
                    break;
                }
                if (signal instanceof Terminal.Signal.Pressed pressed) {
                    if (pressed.key().equals(new Key.Char('q'))) break;
                    if (pressed.key().equals(new Key.Ctrl('z'))) terminal.suspend("");
                    if (pressed.key().equals(new Key.Ctrl('l'))) terminal.repaint();
                }
                if (signal instanceof Terminal.Signal.SuspendAsked) terminal.suspend("");
                terminal.show(picture(terminal.size(), tick, last + " " + terminal.bytesWritten()));
            }
        }
        System.out.println("bye: " + last + "; whyNot " + (asked - start) / 1000 + " us, open "
                + (opened - asked) / 1000 + " us, first show " + (shown - opened) / 1000 + " us");
        System.exit(status);
    }

    private static Grid picture(Size size, int tick, String last) {
        Grid grid = new Grid(size);
        text(grid, 0, 0, "Interleave terminal demo " + size.columns() + "x" + size.rows() + " tick " + tick, Ink.TITLE);
        text(grid, 0, 1, last, Ink.PLAIN);
        for (int i = 0; i < INKS.length; i++) {
            int row = 3 + i;
            text(grid, 1, row, INKS[i].name(), INKS[i]);
            text(grid, 16, row, "████▇▆▅▄▃▂▁ ⣀⣤⣶⣿⡇ 12.5 µs · 3×4", INKS[i]);
            text(grid, 52, row, Long.toString(1000L + (tick * 37L + i * 101L) % 900), INKS[i]);
            for (int x = 58; x < 66; x++) {
                grid.set(x, row, new Cell("reversed".charAt(x - 58), INKS[i], false, true));
            }
        }
        for (int x = 0; x < size.columns(); x++) {
            grid.set(x, size.rows() - 1, new Cell((char) ('0' + x % 10), Ink.FAINT, false, false));
        }
        return grid;
    }

    private static void text(Grid grid, int column, int row, String text, Ink ink) {
        for (int i = 0; i < text.length(); i++) {
            grid.set(column + i, row, new Cell(text.charAt(i), ink, false, false));
        }
    }
}
