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
        assertEquals(Optional.empty(), Noise.NONE.slowed(Reading.of(0.5)).spoils());
        assertEquals(
                Optional.of("for 75 % of the time its CPUs were slower than usual, and no counter shows why"),
                Noise.NONE.slowed(Reading.of(0.75)).spoils());
        assertEquals(Optional.of("it stood still for 0.8 s"), new Noise(2, 0, 0, 0, 0.8).spoils());
    }

    private static Noise slow(double speed) {
        Reading none = Reading.of(0);
        return new Noise(2, none, none, none, none, Reading.of(speed), none, none);
    }

    @Test
    void theMostOfSeveralIsByKind() {
        assertEquals(
                new Noise(2, 0.3, 0.2, 0, 1),
                Noise.most(List.of(new Noise(2, 0.3, 0, 0, 1), new Noise(2, 0.1, 0.2, 0, 0))));
        assertEquals(Reading.of(0.7), Noise.most(List.of(slow(1), slow(0.7))).speed());
    }

    @Test
    void nothingIsNeverZero() {
        assertEquals(Noise.unknown("no repetition counts"), Noise.most(List.of()));
        Noise unknown = Noise.unknown("it was measured earlier");
        assertEquals(Optional.empty(), unknown.spoils());
        assertEquals(unknown, Noise.most(List.of(unknown, unknown)));
        assertEquals(slow(0.7), Noise.most(List.of(unknown, slow(0.7))).waited(Reading.of(0)));
        assertEquals("other processes not known, steal not known", unknown.words());
        assertEquals("other processes 30.0 % of a core, steal 0.0 %", new Noise(2, 0.3, 0, 0, 0).words());
    }
}
