package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Size;
import interleave.state.State;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sum that a reader would have to do: tasks per second times the time of each is what is in flight. */
class LittlesLawTest {
    private static String picture(double virtual, double pool, boolean poolSelected) {
        int many = WholeMatrix.place("http/virtual");
        int few = WholeMatrix.place("http/pool");
        State state = new ScriptedSession(new Size(80, 24), 2, Glyphs.BRAILLE, WholeMatrix.MENU)
                .start(Script.of(many, virtual, 0.5, 271, 21, 0))
                .start(Script.of(few, pool, 1.4, 284, 21, 0))
                .select(poolSelected ? few : many)
                .more(5)
                .state();
        return Picture.draw(state).toString();
    }

    private static void assertSays(String regex, String picture) {
        assertTrue(Pattern.compile("(?m)^  " + regex + " *$").matcher(picture).find(), picture);
    }

    @Test
    void whatTheOthersHaveInFlightAPoolCannot() {
        String law = "11\\.[0-9]k/s x [0-9.]+ ms = [0-9]+ in flight: a pool of 64 cannot.*";
        assertSays(law, picture(11_800, 3_080, true));
        assertSays(law, picture(11_800, 3_080, false));
    }

    /** Full cores keep both down: what a larger pool would do nobody can tell; that its threads are taken is so. */
    @Test
    void aPoolWhoseThreadsAreTakenSaysSoBesideOneThatDoesNoMore() {
        assertSays(
                "[0-9.]+k?/s x [0-9.]+ ms = [0-9]+ in flight: its 64 threads are taken, 192 tasks wait",
                picture(1_050, 1_117, true));
        assertSays("(a task: )?pool [0-9.]+ .s (of )?CPU, 1.* sw.*; virtual .*", picture(1_050, 1_117, false));
    }
}
