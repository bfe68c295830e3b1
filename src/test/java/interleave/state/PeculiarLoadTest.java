package interleave.state;

import static interleave.state.Sessions.press;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.catalogue.Workloads;
import interleave.screen.Glyphs;
import interleave.screen.Key.Char;
import interleave.screen.Key.Named;
import interleave.screen.Size;
import interleave.spec.Knob;
import interleave.spec.WorkloadInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** More load that is not simply so much more at once says what it is. */
class PeculiarLoadTest {
    private static State at(String workload) {
        List<WorkloadInfo> all = Workloads.all(2);
        State state = State.initial(
                new MonitorSetup(Menu.of(all), Glyphs.BRAILLE, 2, false), new Size(80, 24), Duration.ofSeconds(1));
        for (int i = 0; i < state.scene().slots().size(); i++)
            if (state.scene().slots().get(i).info().workload().toString().equals(workload))
                return state.withSelected(i);
        throw new AssertionError("no " + workload);
    }

    private static String more(String workload) {
        return press(at(workload), new Char('+')).state().notice().orElseThrow().words();
    }

    @Test
    void oneThreadDoesNoMoreAtOnce() {
        assertEquals("image/single: 2 tasks in flight; its one thread does one, the others wait", more("image/single"));
    }

    /** The key that is named leads to the pool, however many settings come before it. */
    @Test
    void aBurstAddsTasksAndNotThreads() {
        for (String workload : List.of("burst/pool", "burst/promises", "burst/hybrid")) {
            String words = more(workload);
            assertTrue(words.contains("threads stay: tab to pool size, then + turns them"), words);
            State state = at(workload);
            int tabs = 0;
            while (!Knobs.at(state).equals(Optional.of(Knob.POOL)) && tabs++ < 8)
                state = press(state, Named.TAB).state();
            assertTrue(tabs < 8, workload);
        }
    }

    @Test
    void anIdleOneIsToldThatItIsForTheNextStart() {
        assertEquals("http/virtual: closed load, 512 in flight at its next start", more("http/virtual"));
    }
}
