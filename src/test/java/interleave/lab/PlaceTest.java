package interleave.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.kernel.CoreSiblings;
import interleave.lab.Place.Sides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {
    @TempDir
    private Path sys;

    private List<SortedSet<Integer>> cores(String... siblings) throws IOException {
        for (int cpu = 0; cpu < siblings.length; cpu++) {
            Path topology = sys.resolve("devices/system/cpu/cpu" + cpu + "/topology");
            Files.createDirectories(topology);
            Files.writeString(topology.resolve("thread_siblings_list"), siblings[cpu] + "\n");
        }
        return CoreSiblings.cores(IntStream.range(0, siblings.length).boxed().toList(), sys);
    }

    @Test
    void apartIsByCoreNotByNumber() throws IOException {
        assertEquals(new Sides(List.of(0, 2), List.of(1, 3)), Place.APART.sides(cores("0,2", "1,3", "0,2", "1,3")));
        assertEquals(new Sides(List.of(0), List.of(1)), Place.APART.sides(cores("0", "1")));
        assertEquals(new Sides(List.of(0), List.of(1, 2)), Place.APART.sides(cores("0", "1", "2")));
    }

    @Test
    void theThreadsOfTheOnlyCoreAreShared() throws IOException {
        assertEquals(new Sides(List.of(0), List.of(1)), Place.APART.sides(cores("0-1", "0-1")));
    }

    @Test
    void theSameIsWhatTheRunHasApart() throws IOException {
        assertEquals(new Sides(List.of(0), List.of(0)), Place.SAME.sides(cores("0", "1")));
        assertEquals(new Sides(List.of(), List.of()), Place.FREE.sides(cores("0", "1")));
    }

    @Test
    void withoutTopologyEachIsACore() {
        assertEquals(new Sides(List.of(4), List.of(7)), Place.APART.sides(CoreSiblings.cores(List.of(7, 4), sys)));
    }

    @Test
    void aPlaceIsFoundByItsName() {
        assertEquals(Optional.of(Place.SAME), Place.of("same"));
        assertEquals(Optional.empty(), Place.of("near"));
    }
}
