package interleave.lab.claims;

import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.run.WorkMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class ServersAreBestAsynchronous extends Written {
    static final String LOOP = "event-loop";
    static final List<String> OTHERS = List.of("virtual", "pool", "threads");

    static final double[] RATES = {1000, 16_000};
    private static final int CLIENTS = 256;
    private static final double BETTER = 1.1;
    private static final double KEPT = 0.97;

    ServersAreBestAsynchronous() {
        super(
                "servers-are-best-asynchronous",
                "A web server for many clients is best asynchronous",
                "Our server answers 256 clients that ask again at once: an event loop, virtual threads, a pool and a"
                        + " thread for each request. Answers per second at saturation; in full, CPU time per answer at"
                        + " 1,000 and at 16,000 requests a second as well",
                "At saturation another model is behind if the loop has more than 1.1 times its throughput; at a rate,"
                    + " if it takes more than 1.1 times the loop's CPU time, or keeps less than 0.97 of the rate and"
                    + " the loop answers more than 1.1 times as many. Confirmed if all are behind at each load that"
                    + " was measured; refuted if none is at any; depends, on the model and the load, if some are",
                "Answers that take no work but their own: where an answer computes, a loop alone is another matter."
                        + " The client is ours, and costs CPU time elsewhere. Quick measures saturation alone");
    }

    /** The name of a model at a rate. */
    static String at(String model, double rate) {
        return model + "-" + (int) rate;
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        List<Setting> settings = new ArrayList<>();
        List<String> models = new ArrayList<>(List.of(LOOP));
        models.addAll(OTHERS);
        for (String model : models)
            settings.add(Setting.compared(
                    model, Runs.closed("serve/" + model, CLIENTS), conditions.place(), Experiment.Pace.WARM));
        if (conditions.quick()) return settings;
        for (double rate : RATES)
            for (String model : models)
                settings.add(Setting.compared(at(model, rate), Runs.open("serve/" + model, rate), conditions.place()));
        return settings;
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Sides all = new Sides(BETTER, BETTER);
        Sides most = new Sides(BETTER, BETTER);
        for (String model : OTHERS) {
            Ratio ratio = evidence.ratio(LOOP, model, WorkMetrics.TASKS_PER_S);
            most.put(model, ratio);
            all.put(model, ratio);
        }
        StringBuilder rates = new StringBuilder();
        for (double rate : RATES) {
            if (evidence.of(at(LOOP, rate)).isEmpty()) continue;
            Sides sides = new Sides(BETTER, BETTER);
            for (String model : OTHERS) {
                Ratio ratio = atRate(evidence, model, rate);
                sides.put(model + (kept(evidence, model, rate) ? "" : " (in answers)"), ratio);
                all.put(at(model, rate), ratio);
            }
            rates.append("; at ").append(Words.number(rate)).append(" a second, CPU time over its: ");
            rates.append(sides.words());
        }
        Reading loop = evidence.median(LOOP, WorkMetrics.TASKS_PER_S);
        Ruling ruling = Ruling.of(
                        verdict(all),
                        "one loop answers " + Words.number(loop) + " requests a second at most: over " + most.words()
                                + rates)
                .with("event_loop_tasks_per_s", loop);
        return all.in(ruling, "_ratio");
    }

    private static Verdict verdict(Sides sides) {
        if (sides.allAbove()) return Verdict.CONFIRMED;
        if (sides.allBelow()) return Verdict.REFUTED;
        boolean both = !sides.above().isEmpty() && !sides.below().isEmpty();
        return both ? Verdict.DEPENDS : Verdict.INCONCLUSIVE;
    }

    /** Of models that keep the rate, the CPU time over the loop's; else the loop's answers over the other's. */
    private static Ratio atRate(Evidence evidence, String model, double rate) {
        return kept(evidence, model, rate)
                ? evidence.ratio(at(model, rate), at(LOOP, rate), CostMetrics.CPU_US_PER_TASK)
                : evidence.ratio(at(LOOP, rate), at(model, rate), WorkMetrics.TASKS_PER_S);
    }

    private static boolean kept(Evidence evidence, String model, double rate) {
        return evidence.median(at(model, rate), WorkMetrics.TASKS_PER_S).orElse(rate) >= KEPT * rate;
    }

    @Override
    public List<String> charts() {
        return List.of(WorkMetrics.TASKS_PER_S.name(), CostMetrics.CPU_US_PER_TASK.name());
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.DEPENDS, Verdict.INCONCLUSIVE);
    }
}
