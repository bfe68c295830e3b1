package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.spec.ProcessOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
    private final Launch plain = new Launch(Path.of("java"), "x.jar", Optional.empty(), Duration.ZERO, List.of());

    @TempDir
    private Path folder;

    @Test
    void apartEachChildBecomesASessionFirst() throws Exception {
        Path setsid = Files.createFile(folder.resolve("setsid"));
        assertTrue(setsid.toFile().setExecutable(true));
        Launch apart = plain.apart("/nowhere::" + folder);
        ProcessOptions onCpu = new ProcessOptions(List.of(), OptionalLong.empty(), List.of(0), OptionalInt.empty());
        assertEquals(
                List.of(setsid.toString(), "taskset", "-c", "0", "java"),
                apart.worker(onCpu).subList(0, 5));
        assertEquals(List.of(setsid.toString(), "java"), apart.service().subList(0, 2));
    }

    /** A letter that the locale lacks, or as here one that no name has. */
    @Test
    void aFolderOfPathThatNoFileCanBeCalledIsPassedOver() throws Exception {
        Path setsid = Files.createFile(folder.resolve("setsid"));
        assertTrue(setsid.toFile().setExecutable(true));
        assertEquals(
                setsid.toString(), plain.apart("/tmp/a\0b:" + folder).service().getFirst());
    }

    @Test
    void withoutTheProgramForItChildrenStayInTheSession() {
        Launch apart = plain.apart("/nowhere:" + folder);
        assertEquals("java", apart.worker(ProcessOptions.NONE).getFirst());
        assertEquals("java", apart.service().getFirst());
    }
}
