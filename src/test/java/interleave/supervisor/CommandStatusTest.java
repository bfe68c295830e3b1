package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.wire.CommandLines;
import interleave.wire.CommandNews;
import interleave.wire.WireException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandStatusTest {
    private static final CommandNews STARTED = new CommandNews.Started(7, "/logs/sh-7.log");
    private static final CommandNews FULL = new CommandNews.Unlogged("No space left on device");
    private static final CommandNews ENDED = new CommandNews.Ended(3, 0, 0);
    private static final CommandNews GONE = new CommandNews.Gone(1_500_000, 4, 1);

    @Test
    void whatItPrintsIsToldWhenItBeginsAndWhenItIsOver() {
        assertEquals(
                Optional.of("sh runs as 7, output: /logs/sh-7.log"),
                after(STARTED).news());
        assertEquals(
                Optional.of("sh ended (exit 3); 1.50 s of CPU and 5 switches in all; output: /logs/sh-7.log"),
                after(STARTED, ENDED, GONE).news());
        assertEquals(Optional.of("sh: output: /logs/sh-7.log"), after(STARTED).atQuit(false));
    }

    @Test
    void aDiskThatIsFullWhenItBeginsIsToldWithThat() {
        assertEquals(Optional.empty(), after(FULL).news());
        String lost = "some of its output may be lost: No space left on device: /logs/sh-7.log";
        assertEquals(Optional.of("sh runs as 7, " + lost), after(FULL, STARTED).news());
        assertEquals(Optional.of("sh: " + lost), after(FULL, STARTED).atQuit(false));
    }

    @Test
    void aDiskThatIsFullLaterIsTold() {
        String lost = "some of its output may be lost: No space left on device: /logs/sh-7.log";
        assertEquals(Optional.of("sh runs as 7, " + lost), after(STARTED, FULL).news());
        assertEquals(
                Optional.of("sh ended (exit 3); 1.50 s of CPU and 5 switches in all; " + lost),
                after(STARTED, ENDED, FULL, GONE).news());
    }

    @Test
    void aFileThatCannotBeMadeIsTold() {
        CommandNews none = new CommandNews.Unlogged("Read-only file system: /logs");
        CommandNews nowhere = new CommandNews.Started(7, "");
        assertEquals(
                Optional.of("sh runs as 7, its output is lost: Read-only file system: /logs"),
                after(none, nowhere).news());
    }

    /** Each as it comes through the pipe. */
    private static CommandStatus after(CommandNews... news) {
        CommandStatus status = CommandStatus.starting("sh", 6);
        for (CommandNews next : news) {
            try {
                status = status.after(CommandLines.parse(CommandLines.toLine(next)));
            } catch (WireException e) {
                throw new AssertionError(e);
            }
        }
        return status;
    }
}
