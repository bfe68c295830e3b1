package interleave.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.WorkloadInfo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkloadsTest {
    private final List<WorkloadInfo> all = Workloads.menu(8);

    @Test
    void theMenuIsInOrderWithItsKeys() {
        assertEquals(
                List.of(
                        "1 http/event-loop",
                        "2 http/virtual",
                        "3 http/threads",
                        "4 http/pool",
                        "5 image/single",
                        "6 image/pool",
                        "7 image/virtual"),
                all.stream()
                        .map(info -> info.key().orElseThrow() + " " + info.workload())
                        .toList());
    }

    @Test
    void defaultLoadsAreNatural() {
        assertEquals(
                List.of(256, 256, 256, 256, 1, 8, 8),
                all.stream()
                        .map(info -> ((Load.Closed) info.defaultLoad()).concurrency())
                        .toList());
    }

    @Test
    void allAreAvailable() {
        for (WorkloadInfo info : all) assertEquals(Optional.empty(), info.unavailable(), info.toString());
    }

    @Test
    void whereThereAreEventLoopsTheirNumberIsASetting() {
        for (WorkloadInfo info : Workloads.all(2)) {
            boolean loops = List.of("event-loop", "promises", "hybrid")
                    .contains(info.workload().model());
            assertEquals(loops, info.knobs().contains(Knob.LOOPS), info.toString());
        }
    }
}
