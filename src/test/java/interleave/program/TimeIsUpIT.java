package interleave.program;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
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
            terminal.type(program.launcher() + " --for 4s --interval 60s --start image/pool");
            terminal.awaitMatch("image/pool +(starting|running|ends)");
            long begun = System.nanoTime();
            terminal.awaitMatch("image/pool +(running|ends) .* [0-9.]+ [µm]s");
            terminal.awaitMatch("image/pool +ended");
            double seconds = (System.nanoTime() - begun) / 1e9;
            assertTrue(seconds > 3 && seconds < 7, "ended after " + seconds + " s");
            assertTrue(terminal.screen().contains("stopped after 4 s"), terminal::screen);
            terminal.press("q");
            terminal.awaitPrompt();
        }
        program.awaitNothingLeft(AT_ONCE);
    }

    /** As with ^Z by somebody else, or a frozen cgroup: it can see to nothing, and its workers do. */
    @Test
    void theLoadEndsAtItsTimeThoughTheMonitorIsStopped() throws Exception {
        try (Tmux terminal = new Tmux(program, folder, 120, 40)) {
            terminal.type(program.launcher() + " --for 4s --start http/event-loop");
            terminal.awaitMatch("http/event-loop +(running|ends)");
            Path worker = Path.of("/proc", "" + program.pid(StopIT.WORKER));
            long monitor = program.pid("interleave.Main");
            StopIT.signal("-STOP", monitor);
            Await.until("the worker has ended", Duration.ofSeconds(7), () -> StopIT.hasGone(worker));
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
