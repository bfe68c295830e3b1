package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Canvas;
import interleave.screen.Glyphs;
import interleave.screen.Grid;
import interleave.screen.Ink;
import interleave.screen.Rect;
import interleave.screen.Size;
import interleave.state.State;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A few whole screens, and each panel at each size in the scenes that change it, so that a word of a panel changes in
 * its own files. See {@link Goldens#check} for how they are written anew.
 */
class GoldenTest {
    private static final List<Size> SIZES =
            List.of(new Size(40, 12), new Size(80, 24), new Size(120, 40), new Size(200, 50));

    private static final Map<String, List<String>> PANELS = GoldenScenes.ofPanels();

    /** The scenes of a panel that has none of its own. */
    private static final List<String> USUAL = List.of("idle", "three-runs", "ascii");

    /** One that is too small, for the panel that says so. */
    private static final Size SMALL = new Size(36, 10);

    @ParameterizedTest
    @MethodSource("screens")
    void theScreenIsAsItWas(String name) throws IOException {
        String[] size = name.substring(name.lastIndexOf('-') + 1).split("x");
        String scene = name.substring(0, name.lastIndexOf('-'));
        Size screen = new Size(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        Goldens.check(screenFile(name), GoldenPicture.of(Picture.draw(Scenes.named(scene, screen))));
    }

    static Stream<String> screens() {
        return GoldenScenes.SCREENS.stream();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void thePanelIsAsItWas(String name, Size size) throws IOException {
        Goldens.check(panelFile(name, size), pictures(name, size));
    }

    static Stream<Object[]> panels() {
        return Catalogued.PANELS.stream()
                .map(Panel::name)
                .flatMap(name -> sizes(name).map(size -> new Object[] {name, size}))
                .filter(each -> !pictures((String) each[0], (Size) each[1]).isEmpty());
    }

    private static Stream<Size> sizes(String panel) {
        return panel.equals("too small") ? Stream.of(SMALL) : SIZES.stream();
    }

    /** The panel in each of its scenes; those in which an arrangement of this size does not show it are left out. */
    private static String pictures(String name, Size size) {
        StringBuilder all = new StringBuilder();
        for (String scene : PANELS.getOrDefault(name, USUAL)) {
            State state = Scenes.named(scene, size);
            for (Arrangement.Placed placed : Arrangement.of(size, state).all())
                if (placed.panel().name().equals(name)) all.append(picture(scene, state, placed.place()));
            if (name.equals("help")) all.append(picture(scene, state, Arrangement.help(size)));
        }
        return all.toString();
    }

    private static String picture(String scene, State state, Rect place) {
        if (place.empty()) return "";
        return "=== " + scene + "\n" + GoldenPicture.of(Picture.draw(state), place);
    }

    @Test
    void everyPanelIsShownInAScene() {
        Set<String> all = Catalogued.PANELS.stream().map(Panel::name).collect(Collectors.toSet());
        assertTrue(all.containsAll(PANELS.keySet()), "scenes of no panel");
        Set<String> shown = panels().map(each -> (String) each[0]).collect(Collectors.toSet());
        assertEquals(all, shown, "panels that have no place in the arrangement, or none in their scenes");
    }

    @Test
    void noGoldenIsLeftBehind() {
        TreeSet<String> expected = new TreeSet<>();
        screens().forEach(name -> expected.add(screenFile(name)));
        panels().forEach(each -> expected.add(panelFile((String) each[0], (Size) each[1])));
        assertEquals(expected, Goldens.found());
    }

    private static String screenFile(String name) {
        return "screen/" + name + ".txt";
    }

    private static String panelFile(String name, Size size) {
        return "panel/" + name.replace(' ', '-') + "-" + size.columns() + "x" + size.rows() + ".txt";
    }

    /** The line of a selected workload is heavier, blanks and all, and nothing else tells that it is selected. */
    @Test
    void aPictureTellsWhatIsBoldAndWhatIsReversed() {
        Grid grid = new Grid(new Size(8, 3));
        Canvas canvas = new Canvas(grid, Glyphs.BRAILLE);
        canvas.text(0, 0, "ab", Ink.PLAIN);
        String plain = GoldenPicture.of(grid);
        canvas.embolden(0);
        canvas.tag(1, 2, "no", Ink.BAD);
        assertEquals("ab\n\n\n\n..\n\n\n", plain);
        assertEquals("ab\n\n no\n\n..\n\n !!\nrow 0: bold 0-7\nrow 2: bold reversed 1-2\n", GoldenPicture.of(grid));
    }

    @Test
    void goldensAreNotWrittenInCi() {
        assertFalse(Goldens.update("", Map.of("CI", "true")));
        assertTrue(Goldens.update("update", Map.of()));
        assertThrows(IllegalStateException.class, () -> Goldens.update("update", Map.of("CI", "true")));
    }
}
