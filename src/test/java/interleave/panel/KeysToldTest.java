package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Key.Char;
import interleave.screen.Size;
import interleave.state.Binding;
import interleave.state.Bindings;
import interleave.state.Event;
import interleave.state.MonitorSetup;
import interleave.state.State;
import interleave.state.Update;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that can be pressed stand at the foot of the screen and in the help; those that do nothing, nowhere. */
class KeysToldTest {
    private static final Size USUAL = new Size(80, 24);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        three-runs  | +- load 256,= type,tab knob,m matrix,v steps,L lab,a watch,t threads,[] pace,? help,q quit
        matrix      | +- load 256,tab knob,space mark,n alone,m table,v steps,L lab,a watch,[] pace,? help,q quit
        steps       | v table,w write,[] pace
        threads-300 | enter open,o order,/ filter,f follow,J names,t back
        picker      | enter watch it,o order,/ filter,a back
        claims      | enter test,n all,L back
        """)
    void theFooterOfAUsualScreenNamesThem(String scene, String keys) {
        String picture = Picture.draw(Scenes.named(scene, USUAL)).toString();
        String foot = picture.substring(picture.length() - 3 * (USUAL.columns() + 1));
        for (String key : keys.split(",")) assertTrue(foot.contains(key), key + "\n" + picture);
    }

    /** The words of no key are cut, and the help of each view has the keys of all. */
    @ParameterizedTest
    @ValueSource(strings = {"three-runs", "matrix", "steps", "threads-300", "picker", "claims"})
    void theHelpHasAllKeysInFull(String scene) {
        for (Size size : List.of(USUAL, new Size(120, 40))) {
            StringBuilder seen = new StringBuilder();
            State state = pressed(Scenes.named(scene, size), '?');
            for (int i = 0; i < 60; i++) {
                seen.append(Picture.draw(state));
                state = pressed(state, 'j');
            }
            String all = seen.toString().replaceAll("[\u2502\\s]+", " ");
            for (Binding binding : Bindings.ALL)
                if (!binding.brief().isEmpty() && (!binding.only().isEmpty() || Bindings.shown(binding, state)))
                    assertTrue(all.contains(binding.words()), binding + " at " + size);
        }
    }

    /** Where their keys start nothing, nobody is told to press them. */
    @ParameterizedTest
    @ValueSource(strings = {"idle", "claims", "idle-steps"})
    void noViewAsksForAKeyThatDoesNothingInIt(String scene) {
        State state = Scenes.named(scene, USUAL);
        if (scene.equals("idle")) {
            assertTrue(Picture.draw(state).toString().contains("Press 1, then 3"));
            state = pressed(state, 'M');
        }
        String picture = Picture.draw(state).toString();
        assertFalse(picture.contains("Press 1"), picture);
        assertTrue(picture.contains("The CPUs are "), picture);
    }

    /** The whole short sentence about each workload is read on a usual screen. */
    @Test
    void noSentenceOfAnIdleWorkloadIsCut() {
        String picture = Picture.draw(Scenes.named("idle", USUAL)).toString();
        assertFalse(picture.contains("\u2026"), picture);
    }

    @Test
    void aReadOnlyScreenHasNoKeyOfAWorkload() {
        State usual = Scenes.named("idle", USUAL);
        MonitorSetup setup = usual.setup();
        for (Size size : List.of(new Size(40, 12), USUAL, new Size(120, 40), new Size(200, 50)))
            for (boolean readOnly : List.of(false, true)) {
                State state = State.initial(
                        new MonitorSetup(setup.menu(), setup.glyphs(), setup.cores(), readOnly),
                        size,
                        Duration.ofSeconds(1));
                for (char view : List.of('p', 'm')) {
                    String picture = Picture.draw(pressed(state, view)).toString();
                    boolean key = picture.matches("(?s).*(1\u25CB|\u25CB [1-9]|press 1|1-7).*");
                    if (readOnly) assertFalse(key, picture);
                    else assertTrue(key, picture);
                }
            }
    }

    private static State pressed(State state, char key) {
        return Picture.settled(
                Update.on(state, new Event.Pressed(new Char(key))).state());
    }
}
