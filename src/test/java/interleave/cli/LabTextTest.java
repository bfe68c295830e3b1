package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.lab.Place;
import interleave.lab.claims.Claim;
import interleave.lab.claims.Claims;
import interleave.lab.claims.Experiment;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import java.util.List;
import java.util.OptionalInt;
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

    @Test
    void claimsFitTheTerminal() {
        for (int room : List.of(60, 80))
            for (Claim claim : Claims.ALL)
                for (String line : new LabText(OptionalInt.of(room)).listed(claim))
                    assertTrue(line.length() <= room, line);
    }
}
