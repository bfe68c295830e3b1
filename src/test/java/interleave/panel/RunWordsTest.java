package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Size;
import interleave.spec.Workload;
import interleave.spec.WorkloadInfo;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunWordsTest {
    @Test
    void aNameThatIsCutStillTellsItsTaskAndItsModel() {
        assertEquals("counter-lock/virtual", name("counter-lock/virtual", 20));
        assertEquals("co\u2026lock/virtual", name("counter-lock/virtual", 15));
        assertEquals("fe\u2026blur/work-s\u2026", name("fetch-and-blur/work-stealing", 15));
    }

    @Test
    void cutNamesAreStillDifferentAndFit() {
        Set<String> names = new HashSet<>();
        for (WorkloadInfo info : WholeMatrix.MENU.all()) {
            String name = RunWords.name(info.workload(), 15, '\u2026');
            assertTrue(name.length() <= 15, name);
            assertTrue(names.add(name), name);
        }
    }

    @Test
    void anyWidthIsKeptTo() {
        for (int width = 0; width < 40; width++)
            assertTrue(name("fetch-and-blur/work-stealing", width).length() <= width);
    }

    /** The longest of the catalogue: at 120 columns nothing of it is cut. */
    @Test
    void theTableMakesRoomForTheLongestName() {
        ScriptedSession session = new ScriptedSession(new Size(120, 40), 2, Glyphs.BRAILLE, WholeMatrix.MENU)
                .more(3)
                .start(Script.of(WholeMatrix.place("fetch-and-blur/work-stealing"), 900, 1.2, 310, 20, 0))
                .more(3);
        String picture = Picture.draw(session.state()).toString();
        String line = picture.lines()
                .filter(each -> each.contains("fetch-and-blur/work-stealing running"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(picture));
        assertTrue(line.matches(".* 1\\.\\d{3} +3\\d\\d\\.\\d .*"), line);
    }

    private static String name(String workload, int width) {
        String[] parts = workload.split("/");
        return RunWords.name(new Workload(parts[0], parts[1]), width, '\u2026');
    }
}
