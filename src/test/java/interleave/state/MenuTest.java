package interleave.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.catalogue.Workloads;
import interleave.spec.Load;
import interleave.spec.WorkloadInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MenuTest {
    private final Menu menu = Menu.of(Workloads.all(8));
    private final List<WorkloadInfo> keyed = menu.all().subList(0, menu.digits());

    @Test
    void theMenuIsInOrderWithItsDigits() {
        assertEquals(
                List.of(
                        "1 http/event-loop",
                        "2 http/virtual",
                        "3 http/threads",
                        "4 http/pool",
                        "5 image/single",
                        "6 image/pool",
                        "7 image/virtual"),
                IntStream.range(0, menu.digits())
                        .mapToObj(i ->
                                menu.keyOf(i).orElseThrow() + " " + keyed.get(i).workload())
                        .toList());
        assertEquals(Optional.empty(), menu.keyOf(menu.digits()));
        assertTrue(Menu.DIGITS.size() <= 9);
    }

    @Test
    void everythingElseFollowsByTaskAndModel() {
        assertEquals(new HashSet<>(Workloads.all(8)), new HashSet<>(menu.all()));
        assertEquals(
                Workloads.all(8).stream().filter(info -> !keyed.contains(info)).toList(),
                menu.all().subList(menu.digits(), menu.all().size()));
    }

    @Test
    void aDigitIsThatOfItsPlace() {
        for (int i = 0; i < menu.all().size(); i++)
            assertEquals(menu.keyOf(i), Menu.digitOf(menu.all().get(i).workload()));
    }

    @Test
    void defaultLoadsAreNatural() {
        assertEquals(
                List.of(256, 256, 256, 256, 1, 8, 8),
                keyed.stream()
                        .map(info -> ((Load.Closed) info.defaultLoad()).concurrency())
                        .toList());
    }

    @Test
    void whatHasADigitCanBeStarted() {
        for (WorkloadInfo info : keyed) assertEquals(Optional.empty(), info.unavailable(), info.toString());
    }
}
