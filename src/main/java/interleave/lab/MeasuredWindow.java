package interleave.lab;

import interleave.run.RunWindow;
import java.util.List;
import java.util.OptionalLong;

/**
 * A window of the measured time.
 *
 * @param compilerNanos the CPU time in it of the compilers of the run's JVM; empty where that is not known
 * @param speeds of the run's CPUs, look by look, in a unit of {@link SpeedProbe}; empty where nobody looked
 */
public record MeasuredWindow(RunWindow run, OptionalLong compilerNanos, List<Double> speeds) {
    public MeasuredWindow {
        speeds = List.copyOf(speeds);
    }

    /**
     * The same.
     *
     * @param before what the compilers had taken when it began
     * @param after and when it ended. That of a compiler's thread that has ended meanwhile is missing in it
     */
    static MeasuredWindow of(RunWindow run, OptionalLong before, OptionalLong after, List<Double> speeds) {
        boolean known = before.isPresent() && after.isPresent();
        return new MeasuredWindow(
                run,
                known ? OptionalLong.of(Math.max(0, after.getAsLong() - before.getAsLong())) : OptionalLong.empty(),
                speeds);
    }
}
