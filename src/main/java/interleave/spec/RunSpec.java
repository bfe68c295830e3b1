package interleave.spec;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The order for a run, from which it can be repeated.
 *
 * @param knobs those that are not left to the workload
 * @param failureRate the share of tasks that are made to fail, from 0 to 1
 * @param seed decides all that is drawn by lot: which tasks fail and how, Poisson arrivals, places in a file
 * @param transport of its event loops; empty: the first that the machine has
 * @param target the server that it asks in place of the HTTP service; empty: that
 * @param process how the run's process is started
 */
public record RunSpec(
        Workload workload,
        Load load,
        Map<Knob, Long> knobs,
        double failureRate,
        long seed,
        Optional<Transport> transport,
        Optional<Target> target,
        ProcessOptions process) {
    public static final long DEFAULT_SEED = 1;

    public RunSpec {
        knobs = Map.copyOf(knobs);
        if (!(failureRate >= 0 && failureRate <= 1))
            throw new IllegalArgumentException("failure rate must be from 0 to 1");
        knobs.forEach((knob, value) -> {
            if (!knob.allows(value))
                throw new IllegalArgumentException(knob.title + " must be from " + knob.least + " to " + knob.most);
        });
    }

    /** A run with nothing but a load. */
    public static RunSpec of(Workload workload, Load load) {
        return new RunSpec(workload, load, Map.of(), 0, DEFAULT_SEED, ProcessOptions.NONE);
    }

    /** With what the machine has for event loops. */
    public RunSpec(
            Workload workload,
            Load load,
            Map<Knob, Long> knobs,
            double failureRate,
            long seed,
            ProcessOptions process) {
        this(workload, load, knobs, failureRate, seed, Optional.empty(), Optional.empty(), process);
    }

    /** Of a run that asks our own HTTP service, if any. */
    public RunSpec(
            Workload workload,
            Load load,
            Map<Knob, Long> knobs,
            double failureRate,
            long seed,
            Optional<Transport> transport,
            ProcessOptions process) {
        this(workload, load, knobs, failureRate, seed, transport, Optional.empty(), process);
    }

    public RunSpec with(Load next) {
        return new RunSpec(workload, next, knobs, failureRate, seed, transport, target, process);
    }

    public RunSpec with(Knob knob, long value) {
        Map<Knob, Long> next = new EnumMap<>(Knob.class);
        next.putAll(knobs);
        next.put(knob, value);
        return new RunSpec(workload, load, next, failureRate, seed, transport, target, process);
    }

    public RunSpec with(Transport next) {
        return new RunSpec(workload, load, knobs, failureRate, seed, Optional.of(next), target, process);
    }

    public RunSpec with(Target next) {
        return new RunSpec(workload, load, knobs, failureRate, seed, transport, Optional.of(next), process);
    }
}
