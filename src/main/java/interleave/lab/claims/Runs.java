package interleave.lab.claims;

import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import java.time.Duration;

/** The runs of claims. */
final class Runs {
    private Runs() {}

    /** @param name as in {@code http/virtual} */
    static RunSpec closed(String name, int inFlight) {
        return RunSpec.of(workload(name), new Load.Closed(inFlight));
    }

    static RunSpec open(String name, double perSecond) {
        return RunSpec.of(workload(name), new Load.Open(perSecond));
    }

    /** In a pool of so many threads, with as many tasks in flight. */
    static RunSpec crowd(String name, int threads) {
        return closed(name, threads).with(Knob.POOL, threads);
    }

    static RunSpec waiting(RunSpec run, Duration latency) {
        return run.with(Knob.LATENCY, latency.toNanos() / 1000);
    }

    /** With a share of its tasks made to fail. */
    static RunSpec failing(RunSpec run, double share) {
        return new RunSpec(run.workload(), run.load(), run.knobs(), share, run.seed(), run.transport(), run.process());
    }

    private static Workload workload(String name) {
        int slash = name.indexOf('/');
        return new Workload(name.substring(0, slash), name.substring(slash + 1));
    }
}
