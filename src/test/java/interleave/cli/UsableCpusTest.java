package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.lab.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CPUs that are given out are online, whatever the mask of this process has. */
class UsableCpusTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("self"));
        Files.createDirectories(folder.resolve("devices/system/cpu"));
        Files.createFile(folder.resolve("taskset")).toFile().setExecutable(true);
    }

    private UsableCpus machine(String mask, String online) throws IOException {
        Files.writeString(folder.resolve("self/status"), "Cpus_allowed_list:\t" + mask + "\n");
        Files.writeString(folder.resolve("devices/system/cpu/online"), online + "\n");
        return UsableCpus.of(folder, folder, folder.toString());
    }

    /** As on a virtual machine that might be given more CPUs: its processes' masks have them already. */
    @Test
    void bothSidesAreOnCpusThatAreThere() throws IOException {
        UsableCpus cpus = machine("0-127", "0-1");
        assertTrue(cpus.placeable());
        assertEquals(new Place.Sides(List.of(0), List.of(1)), cpus.sides(Place.APART));
    }

    @Test
    void oneThatIsOnlineIsNotTwo() throws IOException {
        assertFalse(machine("0-127", "0").placeable());
    }

    @Test
    void withoutTheProgramThatBindsNoneIsGivenOut() throws IOException {
        Files.delete(folder.resolve("taskset"));
        assertFalse(machine("0-3", "0-3").placeable());
    }
}
