package interleave.lab.claims;

import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.spec.Knob;
import interleave.spec.RunSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

final class AsyncIoIsCheap extends Written {
    static final String LOOP = "event-loop";
    static final String VIRTUAL = "virtual";
    static final String POOL = "pool";
    static final String THREADS = "threads";
    private static final String STEALING = "work-stealing";

    private static final List<String> MODELS = List.of(LOOP, VIRTUAL, POOL, THREADS, "promises", STEALING, "hybrid");
    private static final List<String> DECIDING = List.of(LOOP, VIRTUAL, POOL, THREADS);
    private static final double RATE = 5000;

    /** For 20 ms each, 100 are under way on average (Little's law): fewer threads would not keep the rate. */
    private static final int ENOUGH = 256;

    private static final double DEARER = 1.2;

    AsyncIoIsCheap() {
        super(
                "async-io-is-cheap",
                "Asynchrony uses little CPU for I/O",
                "5,000 requests a second, started by a plan, to a service that answers after 20 ms, under an event"
                        + " loop, virtual threads, a pool of 256 and a thread for each (in full: all models): CPU time"
                        + " per request",
                "Confirmed if OS threads, pooled and new, both take more than 1.2 times the event loop's CPU time;"
                        + " refuted if neither does; depends if one does. 1.2, since the part of the plan that starts"
                        + " the requests is in both",
                "At one rate and with young JVMs where it is quick; other processes' CPU time, as the service's, is"
                        + " not in it");
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        Stream<String> models = MODELS.stream().limit(conditions.quick() ? 4 : MODELS.size());
        return models.map(model -> at(model, conditions))
                .map(setting -> DECIDING.contains(setting.key()) ? setting : setting.told())
                .toList();
    }

    static Setting at(String model, Conditions conditions) {
        RunSpec run = Runs.open("http/" + model, RATE);
        boolean pooled = model.equals(POOL) || model.equals(STEALING);
        return Setting.compared(
                model, pooled ? run.with(Knob.POOL, ENOUGH) : run, conditions.place(), Experiment.Pace.WARM);
    }

    @Override
    public Set<String> undecided(Evidence evidence) {
        Set<String> sides = new HashSet<>();
        for (String model : List.of(POOL, THREADS))
            if (!evidence.ratio(model, LOOP, CostMetrics.CPU_US_PER_TASK).decidedBy(DEARER))
                sides.addAll(List.of(model, LOOP));
        return sides;
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Sides sides = new Sides(DEARER, DEARER);
        for (String model : List.of(POOL, THREADS))
            sides.put(model, evidence.ratio(model, LOOP, CostMetrics.CPU_US_PER_TASK));
        Verdict verdict = Verdict.INCONCLUSIVE;
        if (sides.allAbove()) verdict = Verdict.CONFIRMED;
        else if (sides.allBelow()) verdict = Verdict.REFUTED;
        else if (!sides.above().isEmpty() && !sides.below().isEmpty()) verdict = Verdict.DEPENDS;
        Reading loop = evidence.median(LOOP, CostMetrics.CPU_US_PER_TASK);
        Ruling ruling = Ruling.of(
                        verdict,
                        "the event loop takes " + Words.number(loop) + " us of CPU a request; "
                                + "of that take " + sides.words() + ", virtual threads "
                                + evidence.ratio(VIRTUAL, LOOP, CostMetrics.CPU_US_PER_TASK)
                                        .words())
                .with("event_loop_cpu_us_per_task", loop);
        return sides.in(ruling, "_ratio")
                .with("virtual_ratio", evidence.ratio(VIRTUAL, LOOP, CostMetrics.CPU_US_PER_TASK));
    }

    @Override
    public List<String> charts() {
        return List.of(CostMetrics.CPU_US_PER_TASK.name());
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.DEPENDS, Verdict.INCONCLUSIVE);
    }
}
