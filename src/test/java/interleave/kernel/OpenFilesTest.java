package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenFilesTest {
    @TempDir
    private Path proc;

    @Test
    void tooFewIsSaidWithWhatHelps() throws IOException {
        assertEquals(
                Optional.of("95 open files are allowed, and it takes 96: raise ulimit -n"),
                OpenFiles.tooFew(allowing("95")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"96", "1048576", "18446744073709551615", "unlimited"})
    void enoughIsEnough(String limit) throws IOException {
        assertEquals(Optional.empty(), OpenFiles.tooFew(allowing(limit)));
    }

    @Test
    void aSystemThatDoesNotTellIsNotInTheWay() {
        assertEquals(Optional.empty(), OpenFiles.tooFew(proc.toFile()));
    }

    private File allowing(String files) throws IOException {
        Files.createDirectories(proc.resolve("self"));
        Files.writeString(
                proc.resolve("self/limits"),
                "Limit                     Soft Limit           Hard Limit           Units     \n"
                        + "Max processes             95931                95931                processes \n"
                        + "Max open files            %-20s 1048576              files     \n".formatted(files));
        return proc.toFile();
    }
}
