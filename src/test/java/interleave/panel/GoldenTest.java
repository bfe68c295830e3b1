package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Grid;
import interleave.screen.Ink;
import interleave.screen.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole screen, as text and below it as inks, one letter each. {@code -Dgolden=update} writes the files anew: look at
 * what has changed before you keep it.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
    private static final List<Size> SIZES =
            List.of(new Size(40, 12), new Size(80, 24), new Size(120, 40), new Size(200, 50));
    /** In the order of {@link Ink}. */
    private static final String LETTERS = ".-+TKgn!usix~_lmh12345678r";

    static Stream<String> cases() {
        List<String> cases = new ArrayList<>();
        for (Size size : SIZES)
            for (String scene : Scenes.NAMES) cases.add(scene + "-" + size.columns() + "x" + size.rows());
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theScreenIsAsItWas(String name) throws IOException {
        String[] size = name.substring(name.lastIndexOf('-') + 1).split("x");
        String scene = name.substring(0, name.lastIndexOf('-'));
        Size screen = new Size(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        String picture = picture(Panels.draw(Scenes.named(scene, screen)));
        Path file = FOLDER.resolve(name + ".txt");
        if (UPDATE) Files.writeString(Files.createDirectories(FOLDER).resolve(file.getFileName()), picture);
        assertTrue(Files.exists(file), "no golden " + file + "; -Dgolden=update makes it");
        assertEquals(Files.readString(file), picture);
    }

    @Test
    void noGoldenIsLeftBehind() throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        cases().forEach(name -> expected.add(name + ".txt"));
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.forEach(file -> found.add(file.getFileName().toString()));
        }
        assertEquals(expected, found);
    }

    private static String picture(Grid grid) {
        StringBuilder inks = new StringBuilder();
        for (int row = 0; row < grid.size().rows(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < grid.size().columns(); column++) line.append(letter(grid, column, row));
            inks.append(line.toString().stripTrailing()).append('\n');
        }
        return grid + "\n" + inks;
    }

    /** A blank of any ink is a blank; a reversed one is a full stop, since it shows. */
    private static char letter(Grid grid, int column, int row) {
        var cell = grid.at(column, row);
        if (cell.glyph() == ' ' && !cell.reversed()) return ' ';
        return LETTERS.charAt(cell.ink().ordinal());
    }
}
