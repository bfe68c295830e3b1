package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Key;
import interleave.screen.Size;
import interleave.state.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A panel that is copied from the picture before is as it would have been drawn. */
class PictureStripTest {
    private static final String KEYS = "12345+-=[]m?tvLpnsDhjkl";

    private final PictureStrip strip = new PictureStrip();

    @ParameterizedTest
    @CsvSource({"40, 12", "80, 24", "120, 40", "200, 50"})
    void everyPictureIsAsIfDrawnAnew(int columns, int rows) {
        Random random = new Random(columns);
        for (int turn = 0; turn < 6; turn++) {
            ScriptedSession session = Scenes.session(new Size(columns, rows), 2, Glyphs.BRAILLE);
            for (int step = 0; step < 60; step++) {
                if (random.nextInt(3) == 0) press(session, random);
                else session.more(1);
                if (step == 30) session.start(Scenes.HTTP.getFirst());
                if (step == 50) session.ended(0);
                same(session.state());
            }
        }
    }

    private static void press(ScriptedSession session, Random random) {
        char key = KEYS.charAt(random.nextInt(KEYS.length()));
        session.press(new Key.Char(key));
    }

    /** One scene after the other, which have nothing in common but the size. */
    @ParameterizedTest
    @CsvSource({"80, 24", "120, 40"})
    void nothingOfAnotherSceneStays(int columns, int rows) {
        List<String> scenes = new ArrayList<>(List.of("idle", "three-runs", "help", "idle", "matrix", "idle"));
        for (String scene : scenes) same(Scenes.named(scene, new Size(columns, rows)));
    }

    @ParameterizedTest
    @CsvSource({"120, 40"})
    void theTableOfAnIdleMonitorIsKept(int columns, int rows) {
        ScriptedSession session =
                Scenes.session(new Size(columns, rows), 2, Glyphs.BRAILLE).more(2);
        List<Object> before = Panels.WORKLOADS.madeOf(session.state());
        List<Object> after = Panels.WORKLOADS.madeOf(session.more(1).state());
        assertTrue(before.size() > 3);
        for (int i = 0; i < before.size(); i++) assertTrue(before.get(i) == after.get(i), "part " + i);
        assertEquals(Duration.ofSeconds(1), session.state().interval());
    }

    private void same(State state) {
        assertEquals(looks(Picture.draw(state)), looks(strip.next(state)));
    }

    private static String looks(interleave.screen.Grid grid) {
        StringBuilder looks = new StringBuilder(grid.toString());
        for (int row = 0; row < grid.size().rows(); row++)
            for (int column = 0; column < grid.size().columns(); column++)
                looks.append(grid.code(column, row) >> 16)
                        .append(column + 1 == grid.size().columns() ? '\n' : ' ');
        return looks.toString();
    }
}
