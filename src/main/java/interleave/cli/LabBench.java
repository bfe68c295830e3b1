package interleave.cli;

import interleave.catalogue.Tasks;
import interleave.lab.Laboratory;
import interleave.lab.NoiseMeter;
import interleave.lab.Place;
import interleave.lab.claims.Bench;
import interleave.lab.claims.Claims;
import interleave.lab.claims.Conditions;
import interleave.lab.claims.Experiment;
import interleave.lab.claims.KeyToScreen;
import interleave.metric.Ticker;
import interleave.run.RunEvent;
import interleave.spec.Defaults;
import interleave.supervisor.Launch;
import interleave.supervisor.SearchPath;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A bench for claims on this machine, and the conditions that it has. */
public record LabBench(Bench bench, Conditions conditions) {
    private static final Path PROC = Path.of("/proc");

    /**
     * Quick, apart where that can be, its runs in sessions of their own so that keys do not wait for them.
     *
     * @param watcher is told of all that happens to runs, on other threads, and must not block
     */
    public static LabBench forTheMonitor(Consumer<RunEvent> watcher) {
        UsableCpus cpus = UsableCpus.here();
        Launch launch = Launch.likeThis(Defaults.LATENCY).apart(SearchPath.ofThisProcess());
        return of(launch, cpus.placeable() ? Place.APART : Place.FREE, cpus, true, watcher);
    }

    /** @param launch in which no event loop goes over io_uring if there is no room for the rings of all */
    static LabBench of(Launch launch, Place place, UsableCpus cpus, boolean quick, Consumer<RunEvent> watcher) {
        int cores = Runtime.getRuntime().availableProcessors();
        Conditions conditions = new Conditions(
                cores, place, cpus.placeable(), quick, KeyToScreen.whyNot(launch, SearchPath.ofThisProcess()));
        Launch able = noRings(conditions).isPresent() ? launch.withoutRings() : launch;
        NoiseMeter noise = new NoiseMeter(PROC, Path.of("/sys"), Ticker.SYSTEM);
        Laboratory laboratory = new Laboratory(
                PROC,
                able,
                Tasks::needsService,
                Bench.method(Experiment.Pace.USUAL, quick),
                noise,
                remark -> {},
                watcher);
        Bench bench = new Bench(
                laboratory, able, cpus::sides, PlaceOption::hasOtherSide, new KeyToScreen(able, noise), quick);
        return new LabBench(bench, conditions);
    }

    /** Why there is no io_uring for all event loops of any claim's run; empty if there is. */
    static Optional<String> noRings(Conditions conditions) {
        return EventLoops.whyNotOverRingsInTurn(ClaimNames.runs(Claims.ALL, conditions));
    }
}
