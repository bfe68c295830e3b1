package interleave.lab.claims;

import interleave.lab.Place;
import interleave.metric.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class ErrorsTravelDifferently extends Written {
    static final List<String> QUICK = List.of("threads", "pool", "virtual", "event-loop", "promises");
    static final String SEEN = "traces_seen";
    static final String NAMING = "traces_naming_asker";

    static final String RAISED = "whole_run_raised";
    static final String FAILED = "whole_run_failed";

    private static final List<String> MORE = List.of("single", "work-stealing", "hybrid");
    private static final int IN_FLIGHT = 16;
    private static final double SHARE = 0.2;
    private static final double ALL = 0.99;
    private static final double NONE = 0.01;

    ErrorsTravelDifferently() {
        super(
                "errors-travel-differently",
                "Errors travel differently",
                "Questions that fail after a millisecond, and one task in five made to fail, under threads, a pool,"
                        + " virtual threads, an event loop and promises (in full: all models): failures raised against"
                        + " those seen, and whether the stack trace names who asked",
                "Confirmed if stack traces name who asked under some models, in 99 of 100, and under others in none, or"
                        + " if failures vanish under some; refuted if all are alike. A count: one repetition shows it",
                "The trace is that of the error itself where it arrives; frameworks that paste traces together are not"
                        + " in it");
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        List<String> models = new ArrayList<>(QUICK);
        if (!conditions.quick()) models.addAll(MORE);
        return models.stream()
                .map(model -> Setting.counted(
                        model,
                        Runs.failing(
                                Runs.waiting(
                                        Runs.closed("errors/" + model, model.equals("single") ? 1 : IN_FLIGHT),
                                        Duration.ofMillis(1)),
                                SHARE),
                        Place.FREE,
                        Experiment.Pace.BRIEF))
                .toList();
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        List<String> naming = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        List<String> vanishing = new ArrayList<>();
        int told = 0;
        Reading raised = Reading.of(0);
        for (Setting setting : settings(conditions)) {
            String model = setting.key();
            double seen = evidence.sum(model, SEEN).orElse(0);
            if (seen == 0) continue;
            told++;
            double share = evidence.sum(model, NAMING).orElse(0) / seen;
            if (share > ALL) naming.add(model);
            if (share < NONE) silent.add(model);
            double its = evidence.sum(model, RAISED).orElse(0);
            if (its > evidence.sum(model, FAILED).orElse(0)) vanishing.add(model);
            raised = raised.map(sum -> sum + its);
        }
        Verdict verdict = Verdict.CONFIRMED;
        if (told < settings(conditions).size()) verdict = Verdict.INCONCLUSIVE;
        else if (vanishing.isEmpty() && (naming.size() == told || silent.size() == told)) verdict = Verdict.REFUTED;
        else if (vanishing.isEmpty() && (naming.isEmpty() || silent.isEmpty())) verdict = Verdict.INCONCLUSIVE;
        return Ruling.of(
                        verdict,
                        "stack traces name who asked under " + names(naming) + ", and not under " + names(silent)
                                + "; of " + Words.number(raised) + " failures raised "
                                + (vanishing.isEmpty() ? "none vanished" : "some vanished under " + names(vanishing)))
                .with("failures_raised", raised)
                .with("models_naming_the_asker", Reading.of(naming.size()))
                .with("models_not_naming_it", Reading.of(silent.size()))
                .with("models_losing_failures", Reading.of(vanishing.size()));
    }

    private static String names(List<String> models) {
        return models.isEmpty() ? "none" : String.join(", ", models);
    }

    @Override
    public List<String> charts() {
        return List.of(NAMING, SEEN);
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.INCONCLUSIVE);
    }
}
