package interleave.lab.claims;

import static interleave.lab.claims.Doctoring.about;
import static interleave.lab.claims.Doctoring.all;
import static interleave.lab.claims.Doctoring.each;
import static interleave.lab.claims.Doctoring.once;

import interleave.lab.claims.Doctoring.Case;
import interleave.run.CostMetrics;
import interleave.run.RunMetric;
import interleave.run.StateMetrics;
import interleave.run.WorkMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Made-up measurements for each verdict that each claim's rule can give. */
final class DoctoredClaims {
    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        DoctoredWaiting.add(cases);
        addCores(cases);
        addShared(cases);
        addCrowds(cases);
        addServers(cases);
        addBoth(cases);
        return cases;
    }

    private static void addCores(List<Case> cases) {
        Class<? extends Claim> claim = ThreadsUseCores.class;
        cases.add(new Case(claim, Verdict.CONFIRMED, speedUps(1.95, 1.9)));
        cases.add(new Case(claim, Verdict.REFUTED, speedUps(1.05, 0.9)));
        cases.add(new Case(claim, Verdict.DEPENDS, speedUps(1.95, 1.05)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, speedUps(1.95, 1.3)));

        claim = AsyncDoesNotSpeedUp.class;
        RunMetric tasks = WorkMetrics.TASKS_PER_S;
        String one = AsyncDoesNotSpeedUp.ONE;
        String loop = AsyncDoesNotSpeedUp.LOOP;
        cases.add(new Case(claim, Verdict.CONFIRMED, about(tasks, one, 500, loop, 505)));
        cases.add(new Case(claim, Verdict.REFUTED, about(tasks, one, 500, loop, 900)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, about(tasks, one, 500, loop, 600)));
    }

    private static Map<String, Map<String, double[]>> speedUps(double image, double hash) {
        return about(
                WorkMetrics.TASKS_PER_S,
                ThreadsUseCores.IMAGE_ONE,
                500,
                ThreadsUseCores.IMAGE_ALL,
                500 * image,
                ThreadsUseCores.HASH_ONE,
                3000,
                ThreadsUseCores.HASH_ALL,
                3000 * hash);
    }

    private static void addShared(List<Case> cases) {
        Class<? extends Claim> claim = SynchronisationCosts.class;
        cases.add(new Case(claim, Verdict.CONFIRMED, counters(9000, 1000)));
        cases.add(new Case(claim, Verdict.REFUTED, counters(1000, 1000)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, counters(1300, 1000)));

        claim = RacesLoseUpdates.class;
        cases.add(new Case(claim, Verdict.CONFIRMED, lost(1e6, 0)));
        cases.add(new Case(claim, Verdict.REFUTED, lost(1e6, 3)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, lost(0, 0)));
        // One of three repetitions is enough.
        cases.add(new Case(claim, Verdict.CONFIRMED, each(List.of(lost(0, 0), lost(0, 0), lost(7, 0)))));
        cases.add(new Case(claim, Verdict.REFUTED, each(List.of(lost(1e6, 0), lost(1e6, 3), lost(1e6, 0)))));

        claim = DeadlocksHappen.class;
        String pool = DeadlocksHappen.POOL;
        String found = DeadlocksHappen.FOUND;
        cases.add(new Case(claim, Verdict.CONFIRMED, once(pool, found, 5, "tasks", 4000)));
        cases.add(new Case(claim, Verdict.REFUTED, once(pool, found, 1, "tasks", 0)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, once(pool, found, 0, "tasks", 4000)));
        Map<String, Map<String, double[]>> none = once(pool, found, 0, "tasks", 4000);
        Map<String, Map<String, double[]>> some = once(pool, found, 5, "tasks", 4000);
        cases.add(new Case(claim, Verdict.CONFIRMED, each(List.of(none, none, some))));
        cases.add(new Case(claim, Verdict.REFUTED, each(List.of(some, some, once(pool, found, 1, "tasks", 0)))));

        claim = ThreadsAlwaysFaster.class;
        cases.add(new Case(claim, Verdict.CONFIRMED, faster(1.9, 1.5)));
        cases.add(new Case(claim, Verdict.REFUTED, faster(1.01, 0.3)));
        cases.add(new Case(claim, Verdict.DEPENDS, faster(1.9, 0.3)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, faster(1.1, 0.3)));
    }

    private static Map<String, Map<String, double[]>> counters(double race, double lock) {
        return about(
                WorkMetrics.TASKS_PER_S,
                SynchronisationCosts.RACE,
                race,
                SynchronisationCosts.LOCK,
                lock,
                SynchronisationCosts.LOCK_ONE,
                2 * lock);
    }

    private static Map<String, Map<String, double[]>> lost(double race, double lock) {
        String lost = RacesLoseUpdates.LOST;
        return all(
                once(RacesLoseUpdates.RACE, lost, race, RacesLoseUpdates.DONE, 1000),
                once(RacesLoseUpdates.LOCK, lost, lock));
    }

    private static Map<String, Map<String, double[]>> faster(double image, double lock) {
        return all(
                speedUps(image, 1),
                about(
                        WorkMetrics.TASKS_PER_S,
                        SynchronisationCosts.LOCK_ONE,
                        1000,
                        SynchronisationCosts.LOCK,
                        1000 * lock));
    }

    private static void addCrowds(List<Case> cases) {
        Class<? extends Claim> claim = TooManyThreadsHurt.class;
        cases.add(new Case(claim, Verdict.CONFIRMED, crowd(0.7, 3)));
        cases.add(new Case(claim, Verdict.DEPENDS, crowd(1, 3)));
        cases.add(new Case(claim, Verdict.REFUTED, crowd(1, 1.1)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, crowd(0.9, 3)));

        claim = InterfaceStaysResponsive.class;
        cases.add(new Case(claim, Verdict.CONFIRMED, keys(12, 40)));
        cases.add(new Case(claim, Verdict.REFUTED, keys(150, 400)));
        cases.add(new Case(claim, Verdict.DEPENDS, keys(12, 400)));
        cases.add(new Case(claim, Verdict.DEPENDS, each(List.of(keys(12, 40), keys(12, 400), keys(12, 40)))));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, Map.of()));
    }

    private static Map<String, Map<String, double[]>> crowd(double work, double late) {
        return all(
                about(WorkMetrics.TASKS_PER_S, TooManyThreadsHurt.FEW, 1000, TooManyThreadsHurt.MANY, 1000 * work),
                about(TooManyThreadsHurt.LATE, TooManyThreadsHurt.FEW, 100, TooManyThreadsHurt.MANY, 100 * late));
    }

    private static Map<String, Map<String, double[]>> keys(double middle, double worst) {
        return all(
                once(InterfaceStaysResponsive.REST, KeyToScreen.P50, 11, KeyToScreen.WORST, 13),
                once(InterfaceStaysResponsive.BEHIND, KeyToScreen.P50, middle, KeyToScreen.WORST, worst));
    }

    private static void addServers(List<Case> cases) {
        Class<? extends Claim> claim = ServersAreBestAsynchronous.class;
        cases.add(new Case(claim, Verdict.CONFIRMED, servers(70_000, 50_000, 40_000, 20_000)));
        cases.add(new Case(claim, Verdict.REFUTED, servers(50_000, 50_000, 50_000, 60_000)));
        cases.add(new Case(claim, Verdict.DEPENDS, servers(50_000, 50_000, 40_000, 20_000)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, servers(55_000, 50_000, 40_000, 20_000)));

        Map<String, Map<String, double[]>> alike = servers(50_000, 50_000, 50_000, 50_000);
        Map<String, Map<String, double[]>> behind = servers(70_000, 50_000, 40_000, 20_000);
        cases.add(new Case(claim, Verdict.CONFIRMED, all(behind, atRates(1.5, 1.5, 16_000))));
        cases.add(new Case(claim, Verdict.CONFIRMED, all(behind, atRates(1.5, 1, 12_000))));
        cases.add(new Case(claim, Verdict.DEPENDS, all(behind, atRates(1, 1.5, 16_000))));
        cases.add(new Case(claim, Verdict.DEPENDS, all(alike, atRates(1, 1, 12_000))));
        cases.add(new Case(claim, Verdict.REFUTED, all(alike, atRates(1, 1, 16_000))));

        claim = PlacementDecidesSwitches.class;
        RunMetric switches = PlacementDecidesSwitches.SWITCHES;
        cases.add(new Case(claim, Verdict.CONFIRMED, about(switches, "apart", 0.01, "same", 0.9, "free", 0.4)));
        cases.add(new Case(claim, Verdict.CONFIRMED, about(switches, "apart", 1, "same", 0.2, "free", 0.4)));
        cases.add(new Case(claim, Verdict.REFUTED, about(switches, "apart", 0.5, "same", 0.51, "free", 0.4)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, about(switches, "apart", 0.5, "same", 0.7, "free", 0.4)));
    }

    private static Map<String, Map<String, double[]>> servers(double loop, double... others) {
        Map<String, Map<String, double[]>> sides =
                about(WorkMetrics.TASKS_PER_S, ServersAreBestAsynchronous.LOOP, loop);
        for (int i = 0; i < others.length; i++)
            sides.putAll(about(WorkMetrics.TASKS_PER_S, ServersAreBestAsynchronous.OTHERS.get(i), others[i]));
        return sides;
    }

    /**
     * @param low the CPU time of the others over the loop's at the lower rate
     * @param high the same at the higher
     * @param answered by the others, of the higher rate
     */
    private static Map<String, Map<String, double[]>> atRates(double low, double high, double answered) {
        Map<String, Map<String, double[]>> sides = new LinkedHashMap<>();
        for (double rate : ServersAreBestAsynchronous.RATES) {
            double more = rate == ServersAreBestAsynchronous.RATES[0] ? low : high;
            sides = all(sides, atRate(ServersAreBestAsynchronous.LOOP, rate, rate, 10));
            for (String model : ServersAreBestAsynchronous.OTHERS)
                sides = all(sides, atRate(model, rate, Math.min(rate, answered), 10 * more));
        }
        return sides;
    }

    private static Map<String, Map<String, double[]>> atRate(String model, double rate, double tasks, double cpu) {
        String key = ServersAreBestAsynchronous.at(model, rate);
        return all(about(WorkMetrics.TASKS_PER_S, key, tasks), about(CostMetrics.CPU_US_PER_TASK, key, cpu));
    }

    private static void addBoth(List<Case> cases) {
        Class<? extends Claim> claim = BothCombine.class;
        cases.add(new Case(claim, Verdict.CONFIRMED, combined(1000, 0.1, 1000)));
        cases.add(new Case(claim, Verdict.DEPENDS, combined(1000, 0.1, 1500)));
        cases.add(new Case(claim, Verdict.REFUTED, combined(500, 0.9, 1000)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, combined(1000, 0.9, 1000)));

        claim = AsyncAlwaysMoreEfficient.class;
        cases.add(new Case(claim, Verdict.CONFIRMED, efficient(2, 1.5, 1.3)));
        cases.add(new Case(claim, Verdict.REFUTED, efficient(1, 0.5, 1)));
        cases.add(new Case(claim, Verdict.DEPENDS, efficient(2, 0.5, 1)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, efficient(1.1, 0.5, 1)));

        claim = VirtualThreadsAreAsync.class;
        cases.add(new Case(claim, Verdict.DEPENDS, virtual(0.1, 1.3, 1.9, 270, 1)));
        cases.add(new Case(claim, Verdict.CONFIRMED, virtual(0.1, 1.3, 1.0, 20, 1)));
        cases.add(new Case(claim, Verdict.DEPENDS, virtual(0.1, 1.3, 1.0, 20, 0.5)));
        cases.add(new Case(claim, Verdict.REFUTED, virtual(3, 1.3, 1.9, 270, 1)));
        cases.add(new Case(claim, Verdict.INCONCLUSIVE, virtual(0.1, 1.3, 1.2, 20, 1)));
    }

    private static Map<String, Map<String, double[]>> combined(double hybrid, double lag, double others) {
        return all(
                about(
                        WorkMetrics.TASKS_PER_S,
                        BothCombine.LOOP,
                        500,
                        BothCombine.HYBRID,
                        hybrid,
                        BothCombine.POOL,
                        others,
                        BothCombine.VIRTUAL,
                        others),
                about(BothCombine.LAG, BothCombine.LOOP, 100, BothCombine.HYBRID, 100 * lag));
    }

    private static Map<String, Map<String, double[]>> efficient(double http, double cached, double image) {
        return about(
                CostMetrics.CPU_US_PER_TASK,
                AsyncIoIsCheap.LOOP,
                40,
                AsyncIoIsCheap.POOL,
                40 * http,
                AsyncAlwaysMoreEfficient.CACHED_LOOP,
                10,
                AsyncAlwaysMoreEfficient.CACHED_POOL,
                10 * cached,
                AsyncDoesNotSpeedUp.LOOP,
                2000,
                ThreadsUseCores.IMAGE_ALL,
                2000 * image);
    }

    private static Map<String, Map<String, double[]>> virtual(
            double switches, double cpu, double computing, double threads, double behind) {
        return all(
                about(
                        CostMetrics.SWITCHES_PER_TASK,
                        ThreadsPaySwitches.THREADS,
                        3,
                        VirtualThreadsAreAsync.VIRTUAL,
                        switches),
                about(
                        CostMetrics.CPU_US_PER_TASK,
                        ThreadsPaySwitches.LOOP,
                        20,
                        VirtualThreadsAreAsync.VIRTUAL,
                        20 * cpu),
                about(
                        WorkMetrics.TASKS_PER_S,
                        AsyncDoesNotSpeedUp.LOOP,
                        500,
                        VirtualThreadsAreAsync.IMAGE_VIRTUAL,
                        500 * computing),
                about(
                        WorkMetrics.TASKS_PER_S,
                        VirtualThreadsAreAsync.BEHIND_LOOP,
                        1000,
                        VirtualThreadsAreAsync.BEHIND_VIRTUAL,
                        1000 * behind),
                once(VirtualThreadsAreAsync.FILE_VIRTUAL, StateMetrics.OS_THREADS_PEAK.name(), threads));
    }

    private DoctoredClaims() {}
}
