package interleave.probe;

import interleave.kernel.Reason;
import interleave.kernel.Unreadable;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Reading.Why;
import interleave.metric.Ticker;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One probe with its last sample: turns its failures into readings, so that the others go on. */
final class LiveProbe<S> {
    private final Probe<S> probe;
    private final List<Metric> metrics;
    private final Ticker ticker;
    private Optional<S> last = Optional.empty();
    private long lastNanos;
    private boolean started;

    LiveProbe(Probe<S> probe, Ticker ticker) {
        this.probe = probe;
        this.metrics = probe.metrics();
        this.ticker = ticker;
    }

    /** True if it would hold up a tick. */
    boolean slow() {
        return probe.slowToStart() && !started;
    }

    ProbeReadings warmingUp() {
        return all(Reading.WARMING_UP);
    }

    ProbeReadings tick() {
        started = true;
        try {
            long now = ticker.nanos();
            S sample = probe.read();
            ProbeReadings part = probe.derive(last, sample, last.isPresent() ? now - lastNanos : 0);
            last = Optional.of(sample);
            lastNanos = now;
            return part;
        } catch (Unreadable e) {
            return failed(e.missing() ? Why.UNSUPPORTED : Why.FAILED, e.getMessage());
        } catch (IOException | RuntimeException | LinkageError e) {
            return failed(Why.FAILED, probe.name() + ": " + Reason.of(e));
        }
    }

    List<Metric> metrics() {
        return metrics;
    }

    private ProbeReadings failed(Why why, String words) {
        last = Optional.empty();
        return all(Reading.absent(why, words));
    }

    private ProbeReadings all(Reading reading) {
        Map<Metric, Reading> values = new LinkedHashMap<>();
        for (Metric metric : metrics) values.put(metric, reading);
        return ProbeReadings.of(values);
    }
}
