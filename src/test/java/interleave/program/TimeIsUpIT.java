package interleave.program;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that the monitor starts for so long ends then, whatever becomes of the monitor. */
class TimeIsUpIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Program program = new Program();

    @TempDir
    private Path folder;

    /** Neither the next sample nor the first is waited for. */
    @Test
    void aRunEndsWhenItsTimeIsUpHoweverSlowThePaceIs() throws Exception {
        try (Tmux terminal = new Tmux(program, folder, 120, 40)) {
            long before = System.nanoTime();
            terminal.type(program.launcher() + " --for 6s --interval 60s --start image/pool");
            terminal.awaitMatch("image/pool +(starting|running|ends)");
            FairClock begun = new FairClock(program::ticks);
            terminal.awaitMatch("image/pool +(running|ends) .* [0-9.]+ [µm]s");
            Await.until(
                    "image/pool has ended",
                    Duration.ofSeconds(20),
                    () -> {
                        boolean ended = Pattern.compile("image/pool +ended")
                                .matcher(terminal.screen())
                                .find();
                        assertTrue(ended || begun.seconds() < 9, terminal::screen);
                        return ended;
                    },
                    terminal::screen);
            assertTrue(System.nanoTime() - before >= 6_000_000_000L, "ended too soon");
            terminal.awaitText("stopped after 6 s");
            terminal.press("q");
            terminal.awaitPrompt();
        }
        program.awaitNothingLeft(AT_ONCE);
    }

    /** As with ^Z by somebody else, or a frozen cgroup: it can see to nothing, and its workers do. */
    @Test
    void theLoadEndsAtItsTimeThoughTheMonitorIsStopped() throws Exception {
        try (Tmux terminal = new Tmux(program, folder, 120, 40)) {
            terminal.type(program.launcher() + " --for 6s --start http/event-loop");
            terminal.awaitMatch("http/event-loop +(running|ends)");
            Path worker = Path.of("/proc", "" + program.pid(StopIT.WORKER));
            long monitor = program.pid("interleave.Main");
            StopIT.signal("-STOP", monitor);
            Await.until(
                    "the worker has ended",
                    Duration.ofSeconds(9),
                    program::ticks,
                    () -> StopIT.hasGone(worker),
                    () -> worker.toString());
            // It goes on with SIGCONT. Sent by us before, that would let it stop again, because it writes from the
            // background.
            terminal.type("fg");
            terminal.awaitMatch("http/event-loop +ended");
            terminal.press("q");
            terminal.awaitPrompt();
        }
        program.awaitNothingLeft(AT_ONCE);
    }
}
