package interleave.lab.claims;

import interleave.metric.Reading;
import interleave.run.WorkMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class ServersAreBestAsynchronous extends Written {
    static final String LOOP = "event-loop";
    static final List<String> OTHERS = List.of("virtual", "pool", "threads");

    private static final int CLIENTS = 256;
    private static final double[] RATES = {1000, 4000, 16_000};
    private static final double BETTER = 1.1;

    ServersAreBestAsynchronous() {
        super(
                "servers-are-best-asynchronous",
                "A web server for many clients is best asynchronous",
                "Our server answers 256 clients that ask again at once: an event loop, virtual threads, a pool and a"
                        + " thread for each request. Answers per second at saturation (in full: at 1,000, 4,000 and"
                        + " 16,000 requests a second as well)",
                "Confirmed if the loop has more than 1.1 times the throughput of all others; refuted if none is that"
                        + " much behind; depends if some are",
                "Answers that take no work but their own: where an answer computes, a loop alone is another matter."
                        + " The client is ours, and costs CPU time elsewhere");
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        List<Setting> settings = new ArrayList<>();
        List<String> models = new ArrayList<>(List.of(LOOP));
        models.addAll(OTHERS);
        for (String model : models)
            settings.add(Setting.warm(model, Runs.closed("serve/" + model, CLIENTS), conditions.place()));
        if (!conditions.quick())
            for (String model : models)
                for (double rate : RATES)
                    settings.add(Setting.counted(
                            model + "-" + (int) rate, Runs.open("serve/" + model, rate), conditions.place()));
        return settings;
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Sides sides = new Sides(BETTER, BETTER);
        for (String model : OTHERS) sides.put(model, evidence.ratio(LOOP, model, WorkMetrics.TASKS_PER_S));
        Verdict verdict = Verdict.INCONCLUSIVE;
        if (sides.allAbove()) verdict = Verdict.CONFIRMED;
        else if (sides.allBelow()) verdict = Verdict.REFUTED;
        else if (!sides.above().isEmpty() && !sides.below().isEmpty()) verdict = Verdict.DEPENDS;
        Reading loop = evidence.median(LOOP, WorkMetrics.TASKS_PER_S);
        Ruling ruling = Ruling.of(
                        verdict, "one loop answers " + Words.number(loop) + " requests a second: over " + sides.words())
                .with("event_loop_tasks_per_s", loop);
        return sides.in(ruling, "_ratio");
    }

    @Override
    public List<String> charts() {
        return List.of(WorkMetrics.TASKS_PER_S.name());
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.DEPENDS, Verdict.INCONCLUSIVE);
    }
}
