package interleave.cli;

import interleave.kernel.Descriptors;
import interleave.screen.Text;
import interleave.terminal.Terminals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The width of the lines that people read: their terminal's. A file or a program takes lines of any length. */
final class LineWidth {
    private static final int OUTPUT = 1;
    /** A terminal narrower than this breaks the lines itself. */
    private static final int LEAST = 20;

    private LineWidth() {}

    /** That of standard output: what {@code COLUMNS} says, as {@code watch} sets it, else its terminal's. */
    static OptionalInt ofOutput() {
        return of(
                System.getenv(),
                Descriptors.isTerminal(Path.of("/proc"), OUTPUT)
                        ? OptionalInt.of(Terminals.columns(OUTPUT))
                        : OptionalInt.empty());
    }

    static OptionalInt of(Map<String, String> environment, OptionalInt terminal) {
        String told = environment.getOrDefault("COLUMNS", "");
        boolean number = !told.isEmpty() && told.length() <= 4 && told.chars().allMatch(c -> c >= '0' && c <= '9');
        OptionalInt columns = number ? OptionalInt.of(Integer.parseInt(told)) : terminal;
        return columns.isPresent() && columns.getAsInt() < LEAST ? OptionalInt.empty() : columns;
    }

    /** Sentences broken at blanks, each line after the first so far in. */
    static List<String> wrapped(List<String> sentences, int indent, OptionalInt room) {
        if (room.isEmpty()) return sentences;
        List<String> lines = new ArrayList<>();
        for (String sentence : sentences) {
            if (sentence.length() <= room.getAsInt()) {
                lines.add(sentence);
                continue;
            }
            List<String> first = Text.wrap(sentence, room.getAsInt(), Integer.MAX_VALUE, ' ');
            lines.add(first.getFirst());
            String rest = sentence.substring(first.getFirst().length()).stripLeading();
            for (String line : Text.wrap(rest, room.getAsInt() - indent, Integer.MAX_VALUE, ' '))
                lines.add(" ".repeat(indent) + line);
        }
        return lines;
    }
}
