package interleave.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.RunWindow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UsualSpeedTest {
    private static final int LOOKS = 20;

    private final UsualSpeed usual = new UsualSpeed();

    /** A window with so many looks at 25, and the others at 36. */
    private static MeasuredWindow slow(int looks) {
        List<Double> speeds = new ArrayList<>(Collections.nCopies(looks, 25.0));
        speeds.addAll(Collections.nCopies(LOOKS - looks, 36.0));
        return window(speeds);
    }

    private static MeasuredWindow at(double speed) {
        return window(Collections.nCopies(LOOKS, speed));
    }

    private static MeasuredWindow window(List<Double> speeds) {
        return new MeasuredWindow(RunWindow.EMPTY, OptionalLong.empty(), speeds);
    }

    private List<MeasuredWindow> kept(MeasuredWindow... windows) {
        return usual.kept(List.of(windows));
    }

    @Test
    void windowsOfSlowedCpusAreLeftOut() {
        assertEquals(List.of(at(36), at(35), at(37)), kept(at(36), at(35), at(25), at(37)));
        assertEquals(List.of(), kept(at(33), at(25)));
    }

    @Test
    void aFewSlowLooksAreNoSlowWindow() {
        assertEquals(List.of(slow(2), slow(0), slow(0)), kept(slow(2), slow(0), slow(3), slow(10), slow(0)));
    }

    /** The run's own interrupts slow down looks as well: a third of them beside 5,000 requests a second. */
    @Test
    void looksThatTheRunItselfSlowsDownAreUsual() {
        assertEquals(5, kept(slow(7), slow(4), slow(9), slow(6), slow(8)).size());
        assertEquals(List.of(slow(7)), kept(slow(7), slow(13)));
    }

    @Test
    void theFirstWindowsOfAllAreTheirOwnMeasure() {
        assertEquals(2, kept(at(25), at(25)).size());
        assertEquals(2, kept(at(36), at(36)).size());
        assertEquals(0, kept(at(25), at(25)).size());
    }

    @Test
    void whatWasSeenInTheWarmUpTellsTheFirstWindows() {
        usual.warmUp(Collections.nCopies(2 * LOOKS + 7, 36.0));
        assertEquals(List.of(at(36)), kept(at(25), at(36)));
    }

    @Test
    void aClockThatStaysSlowerBecomesTheUsual() {
        for (int i = 0; i < 40; i++) assertEquals(1, kept(at(36)).size());
        for (int i = 0; i < 29; i++) assertEquals(0, kept(at(30)).size());
        kept(at(30));
        assertEquals(1, kept(at(30)).size());
    }

    @Test
    void aWindowOfUnknownSpeedStays() {
        MeasuredWindow unknown = window(List.of());
        assertEquals(List.of(unknown), kept(unknown));
        kept(at(36), at(36));
        assertEquals(List.of(unknown), kept(unknown, at(20)));
    }
}
