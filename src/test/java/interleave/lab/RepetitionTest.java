package interleave.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.Frames;
import interleave.run.RunWindow;
import interleave.run.SampleField;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RepetitionTest {
    /** 100 tasks in half a second, 20 us of CPU time each. */
    private static final RunWindow WINDOW =
            RunWindow.EMPTY.plus(Frames.at(1000, 500, 9000, 0, 0)).plus(Frames.at(1500, 600, 11_000, 0, 0));

    private static double value(Quantity quantity, OptionalLong before, OptionalLong after) {
        MeasuredWindow window = MeasuredWindow.of(WINDOW, before, after, List.of());
        return Repetition.of(List.of(window, window), 1, Noise.NONE, 1)
                .value(quantity)
                .orElseThrow()
                .value();
    }

    @Test
    void aTasksCpuTimeIsWithoutTheCompilers() {
        OptionalLong before = OptionalLong.of(7_000_000);
        OptionalLong after = OptionalLong.of(7_500_000);
        assertEquals(15, value(Quantity.CPU_US_PER_TASK, before, after), 1e-9);
        assertEquals(1e6 / 15, value(Quantity.TASKS_PER_CPU_S, before, after), 1e-6);
        assertEquals(200, value(Quantity.TASKS_PER_S, before, after), 1e-9);
    }

    /** Just after a frame they are busy with its code: who asks then is told of 0.5 ms that the frame does not hold. */
    @Test
    void whatAWorkerTellsOfItsCompilersComesBeforeWhatWasSeenLater() {
        RunWindow told = RunWindow.EMPTY
                .plus(Frames.with(Frames.at(1000, 500, 9000, 0, 0), SampleField.COMPILER_NANOS, 7_000_000))
                .plus(Frames.with(Frames.at(1500, 600, 11_000, 0, 0), SampleField.COMPILER_NANOS, 7_100_000));
        MeasuredWindow window =
                MeasuredWindow.of(told, OptionalLong.of(7_000_000), OptionalLong.of(7_500_000), List.of());
        assertEquals(OptionalLong.of(100_000), window.compilerNanos());
    }

    @Test
    void whereTheirTimeIsNotKnownNothingIsTakenOff() {
        assertEquals(20, value(Quantity.CPU_US_PER_TASK, OptionalLong.empty(), OptionalLong.of(500_000)), 1e-9);
        assertEquals(20, value(Quantity.CPU_US_PER_TASK, OptionalLong.of(500_000), OptionalLong.empty()), 1e-9);
    }

    @Test
    void aCompilerThatHasEndedTakesNothingOff() {
        assertEquals(20, value(Quantity.CPU_US_PER_TASK, OptionalLong.of(500_000), OptionalLong.of(400_000)), 1e-9);
    }
}
