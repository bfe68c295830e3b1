package interleave.panel;

import interleave.run.CostMetrics;
import interleave.run.Percentile;
import interleave.run.RunMetric;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import interleave.screen.Numbers;
import interleave.spec.Workload;
import interleave.state.Alone;
import interleave.state.AloneSeries;
import interleave.state.Scene;
import interleave.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A series of cells that are measured alone, in words: how far it has come, and what came of it. Pure. */
final class AloneWords {
    private static final long SECOND = 1_000_000_000;
    /** About what a cell takes: its start, warm-up, measurement and end. */
    private static final int SECONDS_EACH = 7;

    private static final int RECENT_SECONDS = 180;

    private AloneWords() {}

    /** Which of how many it is at, in ever fewer words; empty while none goes on. */
    static List<String> progress(State state) {
        Alone alone = state.alone();
        if (alone.turn().isEmpty()) return List.of();
        Alone.Turn turn = alone.turn().get();
        String place = "alone " + (alone.done().size() + 1) + " of " + alone.size() + ": ";
        String name = workload(state, turn.place()).toString();
        String phase = phase(turn);
        long left = (long) alone.waiting().size() * SECONDS_EACH;
        String rest = left == 0 ? "; the last" : "; about " + left + " s for the rest";
        return List.of(
                place + name + " " + phase + rest + "; n or s ends it",
                place + name + " " + phase + "; n or s ends it",
                place + name + " " + phase,
                place + name);
    }

    private static String phase(Alone.Turn turn) {
        return switch (turn.phase()) {
            case STARTING -> "starts";
            case WARMING_UP -> "warms up";
            case MEASURED ->
                "measured for " + turn.phaseNanos() / SECOND + " of " + AloneSeries.MEASURED.toSeconds() + " s";
            case STOPPING -> "ends";
        };
    }

    /**
     * The best of a series that is over, of the row that the selected cell is in; empty if there is none, or where what
     * a task shows is no matter of being best.
     */
    static Optional<Headline> result(State state, String micro) {
        Alone alone = state.alone();
        if (alone.goesOn() || alone.done().size() < 2 || state.anyLive()) return Optional.empty();
        Scene scene = state.shown();
        List<CellResult> results = new ArrayList<>();
        for (int place : alone.done()) {
            Optional<CellResult> result = CellResult.of(scene.slots().get(place));
            boolean known = result.isPresent() && result.get().good() && recent(result.get(), scene);
            boolean ofRow = workload(state, place)
                    .task()
                    .equals(workload(state, state.selected()).task());
            if (known && ofRow) results.add(result.get());
        }
        for (CellResult each : results) if (!each.alike(results.getFirst())) return Optional.empty();
        return results.size() < 2 || !ranked(results.getFirst())
                ? Optional.empty()
                : Optional.of(words(results, micro));
    }

    private static boolean ranked(CellResult result) {
        return switch (result.cell().info().proves().question()) {
            case COST, CONTENTION, SPEED_UP, HANDOFF -> true;
            case LOOP_LAG, LOST_UPDATES, DEADLOCKS, CPU_WAIT -> false;
        };
    }

    /** Later on it is no news, and stands in the matrix. */
    private static boolean recent(CellResult result, Scene scene) {
        return scene.nanos() - result.status().sinceNanos() <= RECENT_SECONDS * SECOND;
    }

    private static Headline words(List<CellResult> results, String micro) {
        CellResult most = best(results, WorkMetrics.TASKS_PER_S, -1);
        CellResult cheap = best(results, CostMetrics.CPU_US_PER_TASK, 1);
        CellResult quick = best(results, TimeMetrics.RESPONSE.at(Percentile.P99), 1);
        String perSecond = Numbers.count(of(most, WorkMetrics.TASKS_PER_S)) + "/s";
        String cpu = Numbers.tenths(of(cheap, CostMetrics.CPU_US_PER_TASK)) + " " + micro + "s";
        String p99 = Numbers.duration(of(quick, TimeMetrics.RESPONSE.at(Percentile.P99)), micro)
                .replace("  ", " ");
        String task = most.status().workload().task();
        String all = task + ", " + results.size() + " alone, "
                + Paint.load(most.status().load()) + ": ";
        return new Headline(
                List.of(
                        all + "most " + model(most) + ", " + perSecond + "; least CPU per task " + model(cheap) + ", "
                                + cpu + "; lowest p99 " + model(quick) + ", " + p99 + ".",
                        task + " alone: most " + model(most) + " " + perSecond + ", least CPU " + model(cheap) + " "
                                + cpu + ", p99 " + model(quick) + " " + p99,
                        task + " alone: most " + model(most) + " " + perSecond + ", least CPU " + model(cheap),
                        task + ": most " + model(most) + " " + perSecond),
                perSecond,
                "tasks, " + most.status().workload());
    }

    private static String model(CellResult result) {
        return result.status().workload().model();
    }

    private static CellResult best(List<CellResult> results, RunMetric metric, int sign) {
        CellResult best = results.getFirst();
        for (CellResult each : results) if (sign * (of(each, metric) - of(best, metric)) < 0) best = each;
        return best;
    }

    private static double of(CellResult result, RunMetric metric) {
        return result.readings().of(metric).orElse(0);
    }

    private static Workload workload(State state, int place) {
        return state.setup().menu().all().get(place).workload();
    }
}
