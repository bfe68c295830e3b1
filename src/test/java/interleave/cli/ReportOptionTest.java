package interleave.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import interleave.report.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ReportOptionTest {
    private static final Page PAGE = new Page("a title", "a summary", List.of(), List.of());

    @TempDir
    private Path folder;

    @Command(name = "any")
    private static final class Any {
        @Mixin
        private final ReportOption page = new ReportOption();
    }

    private static ReportOption asked(Path file) {
        Any command = new Any();
        new CommandLine(command).parseArgs("--report", file.toString());
        command.page.check();
        return command.page;
    }

    private static void untilTheDiskIsFull(Path file, String text) throws IOException {
        Files.writeString(file, text.substring(0, 10));
        throw new IOException("No space left on device");
    }

    @Test
    void aFullDiskIsToldInALineAndLeavesNoHalfPage() {
        Path file = folder.resolve("lab.html");
        assertEquals(
                Optional.of("--report " + file + " cannot be written: No space left on device"),
                asked(file).write(() -> PAGE, ReportOptionTest::untilTheDiskIsFull));
        assertFalse(Files.exists(file));
    }

    /** As before it, a name whose end would not be seen is in quotes. */
    @Test
    void afterwardsTheFileIsNamedAsItWasBefore() {
        Path file = folder.resolve("lab.html ");
        assertEquals(
                Optional.of("--report '" + file + "' cannot be written: No space left on device"),
                asked(file).write(() -> PAGE, ReportOptionTest::untilTheDiskIsFull));
    }

    @Test
    void aFileThatWasThereIsWrittenAnew() throws IOException {
        Path file = Files.writeString(folder.resolve("lab.html"), "earlier");
        assertEquals(Optional.empty(), asked(file).write(() -> PAGE));
        assertEquals("<!DOCTYPE html>", Files.readAllLines(file).getFirst());
    }
}
