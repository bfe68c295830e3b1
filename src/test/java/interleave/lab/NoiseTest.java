package interleave.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.metric.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoiseTest {
    @Test
    void eachKindSpoilsByItself() {
        assertEquals(Optional.empty(), new Noise(2, 0.1, 0.03, 0.01, 0).spoils());
        assertEquals(Optional.of("other processes took 11 % of a core"), new Noise(2, 0.11, 0, 0, 0).spoils());
        assertEquals(Optional.empty(), new Noise(8, 0.11, 0, 0, 0).spoils());
        assertEquals(
                Optional.of("the hypervisor took 4 % of the CPUs' time (steal)"), new Noise(2, 0, 0.04, 0, 0).spoils());
        assertEquals(Optional.of("a CPU quota held it back for 20 % of the time"), new Noise(2, 0, 0, 0.2, 0).spoils());
        assertEquals(
                Optional.of("the CPUs had 70 % of their usual speed"), slow(0.7).spoils());
        assertEquals(Optional.empty(), slow(0.9).spoils());
        assertEquals(Optional.empty(), Noise.NONE.waited(Reading.of(40)).spoils());
        assertEquals(Optional.of("it stood still for 0.8 s"), new Noise(2, 0, 0, 0, 0.8).spoils());
    }

    private static Noise slow(double speed) {
        return new Noise(2, 0, 0, 0, 0, speed, Reading.of(0));
    }

    @Test
    void theMostOfSeveralIsByKind() {
        assertEquals(
                new Noise(2, 0.3, 0.2, 0, 1),
                Noise.most(List.of(new Noise(2, 0.3, 0, 0, 1), new Noise(2, 0.1, 0.2, 0, 0))));
        assertEquals(0.7, Noise.most(List.of(slow(1), slow(0.7))).speed());
    }
}
