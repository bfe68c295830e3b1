package interleave.state;

import interleave.screen.Glyphs;
import interleave.spec.Target;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings that stay as they are while the monitor lives.
 *
 * @param menu the workloads
 * @param cores how many CPUs to make room for until the first sample tells
 * @param readOnly whether starting and stopping is off
 * @param latency what waits take at first; empty: what each workload says
 * @param view what fills the screen at first
 * @param target the server that runs ask in place of our own service; empty: that
 */
public record MonitorSetup(
        Menu menu,
        Glyphs glyphs,
        int cores,
        boolean readOnly,
        Optional<Duration> latency,
        View view,
        Optional<Target> target) {
    public MonitorSetup(Menu menu, Glyphs glyphs, int cores, boolean readOnly, Optional<Duration> latency, View view) {
        this(menu, glyphs, cores, readOnly, latency, view, Optional.empty());
    }

    public MonitorSetup(Menu menu, Glyphs glyphs, int cores, boolean readOnly) {
        this(menu, glyphs, cores, readOnly, Optional.empty(), View.DASHBOARD);
    }
}
