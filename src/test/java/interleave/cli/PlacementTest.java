package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.record.ResultRow;
import interleave.record.ResultValue;
import interleave.spec.ProcessOptions;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final ProcessOptions BOUND =
            new ProcessOptions(List.of(), OptionalLong.empty(), List.of(0, 1, 3), OptionalInt.empty());

    @Test
    void aRunIsWhereTheSchedulerPutsIt() {
        assertEquals("free", Placement.words(ProcessOptions.NONE));
        ResultRow row = Placement.add(new ResultRow(), ProcessOptions.NONE);
        assertEquals(ResultValue.of("free"), row.fields().get("place"));
        assertEquals(
                ResultValue.absent("all that the program may use"), row.fields().get("cpus"));
    }

    @Test
    void theCpusThatItWasGivenAreItsAlone() {
        assertEquals("CPU 0-1,3, else free", Placement.words(BOUND));
        ResultRow row = Placement.add(new ResultRow(), BOUND);
        assertEquals(ResultValue.of("free"), row.fields().get("place"));
        assertEquals(ResultValue.of("0-1,3"), row.fields().get("cpus"));
    }
}
