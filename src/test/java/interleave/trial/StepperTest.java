package interleave.trial;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.spec.Limits;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.supervisor.Launch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StepperTest {
    private static final Path PROC = Path.of("/proc");
    private static final Stepper.Until UNTIL = new Stepper.Until(Duration.ofMinutes(1), Long.MAX_VALUE);

    /** A million threads take more memory mappings than any machine allows that was not told to. */
    @Test
    void aStepThatIsRefusedIsNoMeasurementOfIt() throws Exception {
        RunSpec spec = RunSpec.of(new Workload("timer", "threads"), new Load.Closed(1));
        Launch launch = Launch.likeThis(Duration.ZERO);
        try (Stepper stepper = new Stepper(PROC, launch, workload -> false, spec, UNTIL)) {
            Load refused = new Load.Closed(Limits.MOST_IN_FLIGHT);
            Stepper.Outcome outcome = stepper.step(refused, Map.of(), Duration.ofMillis(250), window -> false);
            Stepper.Outcome.Failed failed = assertInstanceOf(Stepper.Outcome.Failed.class, outcome);
            assertTrue(failed.why().contains("1,000,000 threads need"), failed.why());
        }
    }

    /** A process whose start takes longer than there is time for is not waited for. */
    @Test
    void itsTimeIsUpWhateverTheRunDoes() throws Exception {
        RunSpec spec = RunSpec.of(new Workload("timer", "virtual"), new Load.Closed(1));
        long began = System.nanoTime();
        Stepper.Until soon = new Stepper.Until(Duration.ofMinutes(1), began + 1_000_000);
        try (Stepper stepper = new Stepper(PROC, Launch.likeThis(Duration.ZERO), workload -> false, spec, soon)) {
            assertInstanceOf(Stepper.Outcome.Interrupted.class, stepper.warmUp(() -> Duration.ofSeconds(20)));
            assertInstanceOf(
                    Stepper.Outcome.Interrupted.class,
                    stepper.step(spec.load(), Map.of(), Duration.ofSeconds(20), window -> false));
        }
        assertTrue(System.nanoTime() - began < 10_000_000_000L);
    }
}
