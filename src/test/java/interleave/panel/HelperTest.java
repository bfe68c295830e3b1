package interleave.panel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;
import interleave.screen.Glyphs;
import interleave.screen.Size;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.state.Event;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Helpers that runs need are shown apart, under the name of what they are. */
class HelperTest {
    private final ScriptedSession session = new ScriptedSession(new Size(120, 40), 2, Glyphs.ASCII, WholeMatrix.MENU);

    private void helper(int number, String task, String model) {
        RunSpec spec = RunSpec.of(new Workload(task, model), new Load.Closed(64));
        session.on(new Event.Run(new RunEvent.Changed(new RunStatus(
                new RunId(number),
                spec,
                true,
                RunStatus.Phase.RUNNING,
                0,
                OptionalLong.of(number),
                Optional.empty(),
                Optional.empty()))));
    }

    private String picture() {
        return Picture.draw(session.more(2).state()).toString();
    }

    @Test
    void theClientOfARunThatServesIsNotTheService() {
        helper(900, "serve", "client");
        String picture = picture();
        assertTrue(picture.contains("HTTP client"), picture);
        assertFalse(picture.contains("HTTP service"), picture);
    }

    @Test
    void oneIsShownAndTheOthersAreCounted() {
        helper(900, "http", "service");
        helper(901, "serve", "client");
        String picture = picture();
        assertTrue(picture.contains("HTTP service +1"), picture);
        assertTrue(picture.lines().anyMatch(line -> line.matches(".* service .*client .*")), picture);
    }
}
