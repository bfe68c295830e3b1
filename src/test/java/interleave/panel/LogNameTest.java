package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Size;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The log of a run that failed is named so that it can be found. */
class LogNameTest {
    private static final String LOG = "http-pool-4003.log";

    @Test
    void isToldInFullWhereTheSelectedOneHasAPanel() {
        String left = picture(120, 40)
                .lines()
                .filter(line -> line.length() > 66)
                .map(line -> line.substring(2, 66).strip())
                .collect(Collectors.joining());
        assertTrue(left.contains("log " + ScriptedSession.LOGS + LOG), left);
    }

    @Test
    void isToldInFullInALine() {
        String picture = picture(80, 24);
        assertTrue(picture.contains("log " + ScriptedSession.LOGS + LOG), picture);
    }

    @Test
    void keepsItsEndWhereThatIsAllThereIsRoomFor() {
        String picture = picture(40, 12);
        assertTrue(picture.contains("/" + LOG), picture);
    }

    private static String picture(int columns, int rows) {
        return Picture.draw(Scenes.named("failed-run", new Size(columns, rows))).toString();
    }
}
