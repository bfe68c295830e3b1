package interleave.config;

import interleave.screen.Glyphs;
import interleave.spec.Defaults;
import interleave.spec.Target;
import interleave.spec.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the monitor.
 *
 * @param start workloads to start at once, each under its default load
 * @param interval the time between two samples of the machine
 * @param latency how long the HTTP service waits before it answers
 * @param runFor how long a run goes before it is stopped; empty: until somebody stops it
 * @param glyphs the characters to draw with; empty: as the locale says
 * @param readOnly starts and stops nothing, whatever is pressed
 * @param opens what fills the screen at first
 * @param pids other processes to watch, by their numbers
 * @param command a program and its arguments to start and to watch; empty: none
 * @param target the server that runs ask in place of the HTTP service; empty: that
 * @param leave whether that program goes on when the monitor ends
 */
public record Settings(
        List<Workload> start,
        Duration interval,
        Duration latency,
        Optional<Duration> runFor,
        Colour colour,
        Optional<Glyphs> glyphs,
        boolean readOnly,
        Opens opens,
        List<Integer> pids,
        List<String> command,
        Optional<Target> target,
        boolean leave) {
    public static final Settings DEFAULT = new Settings(
            List.of(),
            Defaults.INTERVAL,
            Defaults.LATENCY,
            Optional.of(Defaults.RUN_FOR),
            Colour.AUTO,
            Optional.empty(),
            false,
            Opens.WORKLOADS,
            List.of(),
            List.of(),
            Optional.empty(),
            false);

    public Settings {
        start = List.copyOf(start);
        pids = List.copyOf(pids);
        command = List.copyOf(command);
    }

    /** The view that fills the screen. */
    public enum Opens {
        WORKLOADS,
        MATRIX,
        /** The machine alone. */
        MONITOR
    }

    /**
     * The number of colours to use; {@code AUTO} asks the environment ({@code NO_COLOR}, {@code COLORTERM}, {@code
     * TERM}).
     */
    public enum Colour {
        AUTO,
        NEVER,
        SIXTEEN,
        INDEXED_256,
        RGB_24BIT
    }
}
