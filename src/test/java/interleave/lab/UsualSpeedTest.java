package interleave.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.RunWindow;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class UsualSpeedTest {
    private final UsualSpeed usual = new UsualSpeed();

    private List<Double> kept(double... speeds) {
        List<MeasuredWindow> windows =
                Arrays.stream(speeds).mapToObj(UsualSpeedTest::window).toList();
        return usual.kept(windows).stream()
                .map(window -> window.speed().getAsDouble())
                .toList();
    }

    private static MeasuredWindow window(double speed) {
        return new MeasuredWindow(RunWindow.EMPTY, OptionalLong.empty(), OptionalDouble.of(speed));
    }

    @Test
    void windowsOfSlowedCpusAreLeftOut() {
        assertEquals(List.of(0.36, 0.355, 0.362), kept(0.36, 0.355, 0.25, 0.362));
        assertEquals(List.of(0.36), kept(0.36, 0.33));
        assertEquals(List.of(), kept(0.25, 0.27));
    }

    @Test
    void theFirstWindowsOfAllAreTheirOwnMeasure() {
        assertEquals(List.of(0.25, 0.25), kept(0.25, 0.25));
        assertEquals(List.of(0.36, 0.36), kept(0.36, 0.36));
        assertEquals(List.of(), kept(0.25, 0.25));
    }

    @Test
    void aClockThatStaysSlowerBecomesTheUsual() {
        double[] fast = DoubleStream.generate(() -> 0.36).limit(120).toArray();
        double[] slow = DoubleStream.generate(() -> 0.3).limit(89).toArray();
        assertEquals(120, kept(fast).size());
        assertEquals(0, kept(slow).size());
        assertEquals(List.of(0.3, 0.3), kept(0.3, 0.3));
    }

    @Test
    void aWindowOfUnknownSpeedStays() {
        MeasuredWindow unknown = new MeasuredWindow(RunWindow.EMPTY, OptionalLong.empty(), OptionalDouble.empty());
        assertEquals(1, usual.kept(List.of(unknown)).size());
        kept(0.36, 0.36);
        assertEquals(
                List.of(OptionalDouble.empty()),
                usual.kept(List.of(unknown, window(0.2))).stream()
                        .map(MeasuredWindow::speed)
                        .collect(Collectors.toList()));
    }
}
