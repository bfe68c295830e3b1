package interleave.lab.claims;

import static interleave.lab.claims.Doctoring.about;
import static interleave.lab.claims.Doctoring.all;
import static interleave.lab.claims.Doctoring.each;
import static interleave.lab.claims.Doctoring.once;

import interleave.lab.claims.Doctoring.Case;
import interleave.run.CostMetrics;
import interleave.run.RunMetric;
import interleave.run.StateMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Made-up measurements for the claims about tasks that wait. */
final class DoctoredWaiting {
    static void add(List<Case> cases) {
        Class<? extends Claim> claim = AwaitDoesNotBlock.class;
        String awaiting = AwaitDoesNotBlock.AWAITING;
        String blocking = AwaitDoesNotBlock.BLOCKING;
        RunMetric beat = AwaitDoesNotBlock.BEAT;
        cases.add(new Case(claim, Verdict.CONFIRMED, about(beat, awaiting, 1.1, blocking, 21)));
        cases.add(new Case(claim, Verdict.REFUTED, about(beat, awaiting, 18, blocking, 21)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, about(beat, awaiting, 7, blocking, 21)));

        claim = OneLoopManyConnections.class;
        cases.add(new Case(claim, Verdict.CONFIRMED, connections(1010, 1200, 17, 17)));
        cases.add(new Case(claim, Verdict.DEPENDS, connections(1010, 2500, 17, 17)));
        cases.add(new Case(claim, Verdict.REFUTED, connections(1700, 9000, 17, 17)));
        cases.add(new Case(claim, Verdict.REFUTED, connections(1010, 1200, 1017, 10_017)));
        cases.add(new Case(claim, Verdict.DEPENDS, connections(1010, 1200, 17, 10_017)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, Map.of()));

        claim = AsyncIoIsCheap.class;
        cases.add(new Case(claim, Verdict.CONFIRMED, costs(40, 60, 90)));
        cases.add(new Case(claim, Verdict.REFUTED, costs(40, 44, 45)));
        cases.add(new Case(claim, Verdict.DEPENDS, costs(40, 44, 90)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, costs(40, 48, 90)));

        claim = ThreadsPaySwitches.class;
        RunMetric switches = CostMetrics.SWITCHES_PER_TASK;
        String loop = ThreadsPaySwitches.LOOP;
        String threads = ThreadsPaySwitches.THREADS;
        cases.add(new Case(claim, Verdict.CONFIRMED, about(switches, loop, 0.02, threads, 3)));
        cases.add(new Case(claim, Verdict.REFUTED, about(switches, loop, 1, threads, 1.1)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, about(switches, loop, 1, threads, 1.6)));

        claim = ThreadPerTaskTakesMemory.class;
        cases.add(new Case(claim, Verdict.CONFIRMED, bytes(20_000, 1000, 120)));
        cases.add(new Case(claim, Verdict.REFUTED, bytes(1100, 1000, 900)));
        cases.add(new Case(claim, Verdict.DEPENDS, bytes(3000, 2500, 120)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, bytes(2000, 1000, 1000)));

        claim = ErrorsTravelDifferently.class;
        cases.add(new Case(claim, Verdict.CONFIRMED, traces(1, 0, 0)));
        cases.add(new Case(claim, Verdict.CONFIRMED, traces(1, 1, 5)));
        cases.add(new Case(claim, Verdict.REFUTED, traces(1, 1, 0)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, traces(0.5, 0.5, 0)));
        cases.add(new Case(claim, Verdict.CONFIRMED, each(List.of(traces(1, 1, 0), traces(1, 1, 0), traces(1, 1, 5)))));
    }

    /** @param threads with 1,000 and with 10,000 in flight */
    private static Map<String, Map<String, double[]>> connections(double some, double many, double... threads) {
        String response = OneLoopManyConnections.MIDDLE.name();
        String os = StateMetrics.OS_THREADS_PEAK.name();
        return all(
                once(OneLoopManyConnections.FEW, response, 1001, os, 17),
                once(OneLoopManyConnections.SOME, response, some, os, threads[0]),
                once(OneLoopManyConnections.MANY, response, many, os, threads[1]));
    }

    private static Map<String, Map<String, double[]>> costs(double loop, double pool, double threads) {
        return about(
                CostMetrics.CPU_US_PER_TASK,
                AsyncIoIsCheap.LOOP,
                loop,
                AsyncIoIsCheap.POOL,
                pool,
                AsyncIoIsCheap.THREADS,
                threads);
    }

    private static Map<String, Map<String, double[]>> bytes(double threads, double virtual, double loop) {
        String bytes = ThreadPerTaskTakesMemory.BYTES.name();
        return all(
                once(ThreadPerTaskTakesMemory.THREADS, bytes, threads),
                once(ThreadPerTaskTakesMemory.VIRTUAL, bytes, virtual),
                once(ThreadPerTaskTakesMemory.LOOP, bytes, loop));
    }

    /** @param vanished of the failures of promises */
    private static Map<String, Map<String, double[]>> traces(double blocking, double async, int vanished) {
        Map<String, Map<String, double[]>> sides = new LinkedHashMap<>();
        for (String model : ErrorsTravelDifferently.QUICK) {
            boolean blocks = !model.equals("event-loop") && !model.equals("promises");
            sides.putAll(once(
                    model,
                    ErrorsTravelDifferently.SEEN,
                    100,
                    ErrorsTravelDifferently.NAMING,
                    100 * (blocks ? blocking : async),
                    ErrorsTravelDifferently.RAISED,
                    20,
                    ErrorsTravelDifferently.FAILED,
                    20 - (model.equals("promises") ? vanished : 0)));
        }
        return sides;
    }

    private DoctoredWaiting() {}
}
