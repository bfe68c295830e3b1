package interleave.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.HostIdentity;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.metric.Readings;
import interleave.screen.Glyphs;
import interleave.screen.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessTrendTest {
    private State state = State.initial(
            new MonitorSetup(Menu.of(List.of()), Glyphs.BRAILLE, 2, false), new Size(80, 24), Duration.ofSeconds(1));

    @Test
    void aProcessThatEndsKeepsItsHistory() {
        ProcessReadings living = process(7, 100);
        for (int i = 1; i <= 5; i++) tick(i, living);
        ProcessTrend atItsEnd = trend(living);
        assertEquals(5, atItsEnd.switches().total());
        assertEquals(42, atItsEnd.cpu().at(0));
        for (int i = 6; i <= 2_000; i++) tick(i, living.ended("ended"));
        assertSame(atItsEnd, trend(living));
    }

    @Test
    void anotherProcessWithTheSameNumberBeginsAnew() {
        tick(1, process(7, 100));
        tick(2, process(7, 100));
        tick(3, process(7, 100).ended("ended"), process(7, 200));
        assertTrue(trend(process(7, 100)).cpu().has(0));
        assertTrue(trend(process(7, 200)).cpu().has(0));
        assertFalse(trend(process(7, 200)).cpu().has(1));
    }

    @Test
    void nothingIsKeptOfWhatIsNotWatched() {
        tick(1, process(7, 100));
        tick(2, process(8, 100));
        assertEquals(0, trend(process(7, 100)).cpu().total());
        tick(3);
        assertTrue(state.scene().trends().processes().isEmpty());
    }

    private void tick(int seconds, ProcessReadings... processes) {
        Readings readings = new Readings(
                seconds * 1_000_000_000L, Map.of(), List.of(), HostIdentity.UNKNOWN, List.of(processes), List.of());
        state = Update.on(state, new Event.Sampled(readings, 0, 0)).state();
    }

    private ProcessTrend trend(ProcessReadings process) {
        return state.scene().trends().ofProcess(process.id());
    }

    private static ProcessReadings process(int pid, long start) {
        return new ProcessReadings(
                new ProcessReadings.Id(pid, start),
                "x",
                Optional.empty(),
                false,
                ProcessReadings.Source.UNKNOWN,
                ProcessReadings.all(Reading.of(42)));
    }
}
