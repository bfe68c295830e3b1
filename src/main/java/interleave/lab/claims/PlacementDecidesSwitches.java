package interleave.lab.claims;

import interleave.lab.Place;
import interleave.run.CostMetrics;
import interleave.run.RunMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class PlacementDecidesSwitches extends Written {
    static final RunMetric SWITCHES = CostMetrics.SWITCHES_PER_TASK;

    private static final List<String> MODELS = List.of("event-loop", "virtual", "threads", "pool");
    private static final int CLIENTS = 64;
    private static final double MORE = 2;
    private static final double ALIKE = 1.2;

    PlacementDecidesSwitches() {
        super(
                "placement-decides-switches",
                "Where the other side runs decides what a switch costs",
                "A server (serve/event-loop) with 64 clients, which run on another CPU, on the same, or where the"
                        + " scheduler puts them: kernel switches per answer. In full, 256 requests in flight under four"
                        + " models as well, apart and free",
                "Confirmed if the same server has more than twice the switches with its client on the same CPU as with"
                        + " it apart, or the other way round; refuted if they are within 1.2 times of each other",
                "One server at one load; free is told, and decides nothing, since it changes from run to run");
    }

    @Override
    public Optional<String> notPossible(Conditions conditions) {
        if (conditions.cores() < 2) return ONE_CPU;
        return conditions.placeable()
                ? Optional.empty()
                : Optional.of("it takes the program taskset, which is in no folder of PATH");
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        List<Setting> settings = new ArrayList<>();
        for (Place place : Place.values())
            settings.add(Setting.compared(place.key, Runs.closed("serve/event-loop", CLIENTS), place));
        if (conditions.quick()) return settings;
        for (String model : MODELS)
            for (Place place : List.of(Place.APART, Place.FREE))
                settings.add(ThreadsPaySwitches.http("http-" + model + "-" + place.key, model, place)
                        .told());
        return settings;
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Ratio ratio = evidence.ratio(Place.SAME.key, Place.APART.key, SWITCHES);
        Verdict verdict = Verdict.INCONCLUSIVE;
        if (ratio.above(MORE) || ratio.below(1 / MORE)) verdict = Verdict.CONFIRMED;
        else if (ratio.below(ALIKE) && ratio.above(1 / ALIKE)) verdict = Verdict.REFUTED;
        Ruling ruling = Ruling.of(
                verdict,
                "switches per answer: " + Words.number(evidence.median(Place.APART.key, SWITCHES)) + " apart, "
                        + Words.number(evidence.median(Place.SAME.key, SWITCHES)) + " on the same CPU, "
                        + Words.number(evidence.median(Place.FREE.key, SWITCHES))
                        + " where the scheduler decides; same over apart " + ratio.words());
        for (Place place : Place.values())
            ruling = ruling.with(place.key + "_switches_per_task", evidence.median(place.key, SWITCHES));
        return ruling.with("same_over_apart", ratio);
    }

    @Override
    public List<String> charts() {
        return List.of(SWITCHES.name());
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.INCONCLUSIVE, Verdict.NOT_POSSIBLE);
    }
}
