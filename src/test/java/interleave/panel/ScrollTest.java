package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScrollTest {
    @Test
    void theSelectedIsAlwaysSeenAndNothingBeyondTheEnds() {
        for (int size = 0; size < 40; size++)
            for (int room = 1; room < 40; room++)
                for (int selected = 0; selected < size; selected++) {
                    int first = Scroll.first(selected, room, size);
                    assertTrue(first >= 0 && first <= selected && selected < first + room);
                    assertTrue(first == 0 || first + room <= size);
                }
    }

    @Test
    void theListStandsStillForMostSteps() {
        int moves = 0;
        for (int selected = 1; selected < 40; selected++)
            if (Scroll.first(selected, 8, 40) != Scroll.first(selected - 1, 8, 40)) moves++;
        assertEquals(8, moves);
    }
}
