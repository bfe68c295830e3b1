package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.screen.Rect;
import interleave.screen.Size;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Where things stand, in pictures: a letter for every fourth column of a panel. */
class ArrangementTest {
    @Test
    void small() {
        assertEquals("""
            HHHHHHHHHH
            BBBBBBBBBB
            BBBBBBBBBB
            WWWWWWWWWW
            WWWWWWWWWW
            WWWWWWWWWW
            WWWWWWWWWW
            WWWWWWWWWW
            WWWWWWWWWW
            WWWWWWWWWW
            WWWWWWWWWW
            FFFFFFFFFF
            """, picture(new Size(40, 12)));
    }

    @Test
    void usual() {
        assertEquals("""
            HHHHHHHHHHHHHHHHHHHH
            CCCCCCCSSSSSSSTTTTTT
            CCCCCCCSSSSSSSTTTTTT
            CCCCCCCSSSSSSSTTTTTT
            CCCCCCCSSSSSSSTTTTTT
            CCCCCCCSSSSSSSTTTTTT
            CCCCCCCSSSSSSSTTTTTT
            CCCCCCCSSSSSSSTTTTTT
            CCCCCCCSSSSSSSTTTTTT
            CCCCCCCSSSSSSSTTTTTT
            WWWWWWWWWWWWWWWWWWWW
            WWWWWWWWWWWWWWWWWWWW
            WWWWWWWWWWWWWWWWWWWW
            WWWWWWWWWWWWWWWWWWWW
            WWWWWWWWWWWWWWWWWWWW
            WWWWWWWWWWWWWWWWWWWW
            WWWWWWWWWWWWWWWWWWWW
            WWWWWWWWWWWWWWWWWWWW
            WWWWWWWWWWWWWWWWWWWW
            WWWWWWWWWWWWWWWWWWWW
            WWWWWWWWWWWWWWWWWWWW
            VVVVVVVVVVVVVVVVVVVV
            FFFFFFFFFFFFFFFFFFFF
            FFFFFFFFFFFFFFFFFFFF
            """, picture(new Size(80, 24)));
    }

    @Test
    void tooSmall() {
        assertEquals("!!!!!!!!!!\n".repeat(40), picture(new Size(39, 40)));
        assertEquals("!!!!!!!!!!\n".repeat(11), picture(new Size(40, 11)));
    }

    private static String picture(Size size) {
        char[][] rows = new char[size.rows()][size.columns()];
        for (char[] row : rows) Arrays.fill(row, ' ');
        for (Arrangement.Placed placed :
                Arrangement.of(size, Scenes.warmingUp(size, 2)).all()) {
            Rect place = placed.place();
            for (int row = place.row(); row < place.row() + place.rows(); row++)
                Arrays.fill(rows[row], place.column(), place.column() + place.columns(), letter(placed.panel()));
        }
        StringBuilder picture = new StringBuilder();
        for (char[] row : rows) {
            for (int column = 2; column < size.columns(); column += 4) picture.append(row[column]);
            picture.append('\n');
        }
        return picture.toString();
    }

    private static char letter(Panel panel) {
        return panel == Panels.TOO_SMALL
                ? '!'
                : panel == Panels.BRIEF
                        ? 'B'
                        : Character.toUpperCase(panel.name().charAt(0));
    }
}
