package interleave.trial;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.spec.Limits;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.supervisor.Launch;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StepperTest {
    /** A million threads take more memory mappings than any machine allows that was not told to. */
    @Test
    void aStepThatIsRefusedIsNoMeasurementOfIt() throws Exception {
        RunSpec spec = RunSpec.of(new Workload("timer", "threads"), new Load.Closed(1));
        Launch launch = Launch.likeThis(Duration.ZERO);
        try (Stepper stepper = new Stepper(launch, workload -> false, spec, Duration.ofMinutes(1))) {
            Load refused = new Load.Closed(Limits.MOST_IN_FLIGHT);
            Stepper.Outcome outcome = stepper.step(refused, Map.of(), Duration.ofMillis(250), window -> false);
            Stepper.Outcome.Failed failed = assertInstanceOf(Stepper.Outcome.Failed.class, outcome);
            assertTrue(failed.why().contains("1,000,000 threads need"), failed.why());
        }
    }
}
