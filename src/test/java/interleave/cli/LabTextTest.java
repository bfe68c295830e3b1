package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.lab.Place;
import interleave.lab.claims.Experiment;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import org.junit.jupiter.api.Test;

class LabTextTest {
    @Test
    void timesHaveTheirUnit() {
        RunSpec spec = RunSpec.of(new Workload("http", "pool"), new Load.Closed(8))
                .with(Knob.LATENCY, 20_000)
                .with(Knob.WORK, 200)
                .with(Knob.POOL, 4);
        assertEquals(
                "http/pool, 8 in flight, pool size 4, latency 20ms, work 200us, apart",
                LabText.words(new Experiment.Run(spec, Place.APART, Experiment.Pace.BRIEF)));
    }
}
