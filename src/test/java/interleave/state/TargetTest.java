package interleave.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.screen.Glyphs;
import interleave.screen.Size;
import interleave.spec.Knob;
import interleave.spec.Target;
import interleave.spec.WorkloadInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Runs of the screen at a server that is not ours. */
class TargetTest {
    private static final Target SERVER = new Target(
            "http://[::1]:3000/", "[::1]:3000", List.of("::1"), 3000, "/", OptionalLong.empty(), Duration.ZERO);

    @Test
    void whatAsksOurServiceAsksItInsteadAndHasNoLatencyToSet() {
        List<WorkloadInfo> all = Sessions.ofTheDigits(2).all().stream()
                .map(WorkloadInfo::askingAnother)
                .toList();
        MonitorSetup setup = new MonitorSetup(
                Menu.of(all), Glyphs.BRAILLE, 2, false, Optional.empty(), View.DASHBOARD, Optional.of(SERVER));
        State state = State.initial(setup, new Size(80, 24), Duration.ofSeconds(1));
        int asking = 0;
        for (WorkloadCell slot : state.scene().slots()) {
            boolean http = slot.info().workload().task().equals("http");
            assertEquals(
                    http ? Optional.of(SERVER) : Optional.empty(), slot.spec().target());
            assertTrue(!http || !slot.info().knobs().contains(Knob.LATENCY));
            if (http) asking++;
        }
        assertTrue(asking > 0);
    }
}
