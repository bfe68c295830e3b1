package interleave.cli;

import interleave.catalogue.Tasks;
import interleave.kernel.Rings;
import interleave.spec.Knob;
import interleave.spec.RunSpec;
import interleave.spec.WorkloadInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** The event loops of all runs of a comparison, which go over one transport where none was asked for by name. */
final class EventLoops {
    private EventLoops() {}

    /** Why not all of them, the HTTP service's and the clients' included, can go over io_uring; empty if they can. */
    static Optional<String> whyNotOverRings(List<RunSpec> runs) {
        return whyNotOverRings(runs, Rings::whyNot);
    }

    /**
     * Why not each of them alone, as runs are that take turns; empty if they can. All are alike then: none goes over
     * io_uring where one of them could not.
     */
    static Optional<String> whyNotOverRingsInTurn(List<RunSpec> runs) {
        return runs.stream()
                .flatMap(run -> whyNotOverRings(List.of(run)).stream())
                .findFirst();
    }

    /** @param whyNot why so many rings cannot be made; empty if they can */
    static Optional<String> whyNotOverRings(List<RunSpec> runs, IntFunction<Optional<String>> whyNot) {
        if (runs.stream().noneMatch(EventLoops::choosesItself)) return Optional.empty();
        return whyNot.apply(number(runs)).map(why -> "event loops go over epoll or NIO, not io_uring: " + why);
    }

    /** True if it has event loops, and was not told over what. */
    static boolean choosesItself(RunSpec run) {
        return run.transport().isEmpty() && loops(run) > 0;
    }

    static int number(List<RunSpec> runs) {
        int number = 0;
        for (RunSpec run : runs) number += loops(run) + client(run);
        boolean service = runs.stream().anyMatch(run -> Tasks.needsService(run.workload()));
        return service ? number + 1 : number;
    }

    private static int loops(RunSpec run) {
        WorkloadInfo info = KnownWorkloads.named(run.workload().toString(), 1).orElseThrow();
        if (!info.knobs().contains(Knob.LOOPS)) return 0;
        return run.knobs()
                .getOrDefault(Knob.LOOPS, info.usual().get(Knob.LOOPS))
                .intValue();
    }

    /** A run that serves gets a client, which has a loop of its own. */
    private static int client(RunSpec run) {
        return Tasks.serves(run.workload()) ? 1 : 0;
    }
}
