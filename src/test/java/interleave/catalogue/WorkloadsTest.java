package interleave.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.spec.Knob;
import interleave.spec.WorkloadInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadsTest {
    @Test
    void whereThereAreEventLoopsTheirNumberIsASetting() {
        for (WorkloadInfo info : Workloads.all(2)) {
            boolean loops = List.of("event-loop", "promises", "hybrid")
                    .contains(info.workload().model());
            assertEquals(loops, info.knobs().contains(Knob.LOOPS), info.toString());
        }
    }
}
