package interleave.lab;

import static interleave.run.SampleField.COMPILER_NANOS;

import interleave.run.Frame;
import interleave.run.RunWindow;
import java.util.List;
import java.util.Optional;
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
     * The same. What the compilers took is the worker's own word, where it has one: they are the busiest just after a
     * frame, whose code the JVM compiles when it has sent some, and whoever looks later takes that for work before it.
     *
     * @param earlier what the compilers had taken soon after it began
     * @param later and soon after it ended. That of a compiler's thread that has ended meanwhile is missing in it
     */
    static MeasuredWindow of(RunWindow run, OptionalLong earlier, OptionalLong later, List<Double> speeds) {
        OptionalLong first = told(run.first());
        OptionalLong last = told(run.last());
        boolean itself = first.isPresent() && last.isPresent();
        OptionalLong before = itself ? first : earlier;
        OptionalLong after = itself ? last : later;
        boolean known = before.isPresent() && after.isPresent();
        return new MeasuredWindow(
                run,
                known ? OptionalLong.of(Math.max(0, after.getAsLong() - before.getAsLong())) : OptionalLong.empty(),
                speeds);
    }

    private static OptionalLong told(Optional<Frame> frame) {
        return frame.filter(one -> one.has(COMPILER_NANOS))
                .map(one -> OptionalLong.of(one.of(COMPILER_NANOS)))
                .orElse(OptionalLong.empty());
    }
}
