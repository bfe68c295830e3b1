package interleave.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cell of the matrix as menus, help and {@code list} show it.
 *
 * @param sentence what to look for when it runs
 * @param defaultLoad the load it starts with unless told otherwise
 * @param knobs the live settings that it has besides its load
 * @param usual what each of these is unless told otherwise
 * @param sharesLatency whether its latency is that of the HTTP service, and so that of all that talk to it
 * @param threadPerTask whether each task in flight takes an OS thread of its own
 * @param proves what a run of it is there to prove
 * @param unavailable why it cannot be started on this machine; empty if it can
 */
public record WorkloadInfo(
        Workload workload,
        Sentence sentence,
        Load defaultLoad,
        List<Knob> knobs,
        Map<Knob, Long> usual,
        boolean sharesLatency,
        boolean threadPerTask,
        Proves proves,
        Optional<String> unavailable) {
    /** One that proves what it costs. */
    public WorkloadInfo(
            Workload workload,
            String shows,
            Load defaultLoad,
            List<Knob> knobs,
            Map<Knob, Long> usual,
            boolean sharesLatency,
            boolean threadPerTask,
            Optional<String> unavailable) {
        this(
                workload,
                new Sentence(shows, shows),
                defaultLoad,
                knobs,
                usual,
                sharesLatency,
                threadPerTask,
                Proves.COST,
                unavailable);
    }

    /** The same, where it asks a server that waits as long as it likes. */
    public WorkloadInfo askingAnother() {
        if (!sharesLatency) return this;
        List<Knob> others = new ArrayList<>(knobs);
        others.remove(Knob.LATENCY);
        return new WorkloadInfo(
                workload,
                sentence,
                defaultLoad,
                List.copyOf(others),
                usual,
                sharesLatency,
                threadPerTask,
                proves,
                unavailable);
    }

    /** The thing to look for when it runs as usual. */
    public String shows() {
        return sentence.whole(this::usual);
    }

    private long usual(Knob knob) {
        return usual.get(knob);
    }
}
