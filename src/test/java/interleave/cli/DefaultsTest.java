package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.config.Settings;
import interleave.spec.Defaults;
import interleave.spec.Limits;
import interleave.spec.Quantities;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    @Test
    void theTextsAreTheValues() {
        assertEquals(Optional.of(Defaults.LATENCY), Quantities.duration(Defaults.LATENCY_TEXT));
        assertEquals(Optional.of(Defaults.INTERVAL), Quantities.duration(Defaults.INTERVAL_TEXT));
        assertEquals(Optional.of(Defaults.RUN_FOR), Quantities.duration(Defaults.RUN_FOR_TEXT));
        assertEquals(
                Limits.INTERVALS,
                Limits.SHORTEST_INTERVAL.toMillis() + "ms to " + Limits.LONGEST_INTERVAL.toSeconds() + "s");
    }

    @Test
    void withoutArgumentsTheyHold() {
        assertEquals(Defaults.LATENCY, Settings.DEFAULT.latency());
        assertEquals(Defaults.INTERVAL, Settings.DEFAULT.interval());
        assertEquals(Optional.of(Defaults.RUN_FOR), Settings.DEFAULT.runFor());
    }
}
