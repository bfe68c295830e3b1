package interleave.cli;

import interleave.catalogue.Tasks;
import interleave.kernel.CoreSiblings;
import interleave.kernel.CpuSet;
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
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/** A bench for claims on this machine, and the conditions that it has. */
public record LabBench(Bench bench, Conditions conditions) {
    /**
     * Quick, apart where that can be, its runs in sessions of their own so that keys do not wait for them.
     *
     * @param watcher is told of all that happens to runs, on other threads, and must not block
     */
    public static LabBench forTheMonitor(Consumer<RunEvent> watcher) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        SortedSet<Integer> usable = CpuSet.usable(Path.of("/proc"));
        boolean placeable =
                usable.size() > 1 && SearchPath.find(path, "taskset").isPresent();
        Place place = placeable ? Place.APART : Place.FREE;
        return of(Launch.likeThis(Defaults.LATENCY).apart(path), place, placeable, true, watcher);
    }

    /** @param launch in which no event loop goes over io_uring if there is no room for the rings of all */
    static LabBench of(Launch launch, Place place, boolean placeable, boolean quick, Consumer<RunEvent> watcher) {
        int cores = Runtime.getRuntime().availableProcessors();
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Conditions conditions = new Conditions(cores, place, placeable, quick, KeyToScreen.whyNot(launch, path));
        Launch able = noRings(conditions).isPresent() ? launch.withoutRings() : launch;
        NoiseMeter noise = new NoiseMeter(Path.of("/proc"), Path.of("/sys"), Ticker.SYSTEM);
        Laboratory laboratory = new Laboratory(
                able, Tasks::needsService, Bench.method(Experiment.Pace.USUAL, quick), noise, remark -> {}, watcher);
        SortedSet<Integer> usable = CpuSet.usable(Path.of("/proc"));
        Bench bench = new Bench(
                laboratory,
                able,
                each -> each.sides(CoreSiblings.cores(usable, Path.of("/sys"))),
                PlaceOption::hasOtherSide,
                new KeyToScreen(able, noise),
                quick);
        return new LabBench(bench, conditions);
    }

    /** Why there is no io_uring for all event loops of any claim's run; empty if there is. */
    static Optional<String> noRings(Conditions conditions) {
        return ClaimNames.runs(Claims.ALL, conditions).stream()
                .flatMap(run -> EventLoops.whyNotOverRings(List.of(run)).stream())
                .findFirst();
    }
}
