package interleave.lab.claims;

import interleave.lab.Place;
import interleave.metric.Reading;
import interleave.run.CostMetrics;
import java.util.List;
import java.util.Set;

final class ThreadsPaySwitches extends Written {
    static final String LOOP = "http-event-loop";
    static final String THREADS = "http-threads";
    static final String HANDOFF = "handoff-pool";

    private static final int IN_FLIGHT = 256;
    private static final double MORE = 2;
    private static final double ALIKE = 1.2;

    ThreadsPaySwitches() {
        super(
                "threads-pay-switches",
                "Threads pay for context switches",
                "256 requests in flight on an event loop and on a thread for each: kernel switches per request. A round"
                        + " trip between two threads that wake each other: CPU time for each switch",
                "Confirmed if a request on threads has more than twice the switches of one on the loop; refuted if less"
                        + " than 1.2 times. The price of a switch is told, and decides nothing",
                "The switches themselves; what they cost in caches afterwards is in the CPU time of both alike");
    }

    static Setting loop(Conditions conditions) {
        return http(LOOP, "event-loop", conditions);
    }

    static Setting threads(Conditions conditions) {
        return http(THREADS, "threads", conditions);
    }

    static Setting http(String key, String model, Conditions conditions) {
        return http(key, model, conditions.place());
    }

    static Setting http(String key, String model, Place place) {
        return Setting.compared(key, Runs.closed("http/" + model, IN_FLIGHT), place);
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        return List.of(
                loop(conditions),
                threads(conditions),
                Setting.counted(HANDOFF, Runs.crowd("handoff/pool", 1), Place.FREE));
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Ratio ratio = evidence.ratio(THREADS, LOOP, CostMetrics.SWITCHES_PER_TASK);
        Verdict verdict =
                ratio.above(MORE) ? Verdict.CONFIRMED : ratio.below(ALIKE) ? Verdict.REFUTED : Verdict.INCONCLUSIVE;
        Reading price = price(evidence);
        return Ruling.of(
                        verdict,
                        "a request has "
                                + Words.number(evidence.median(THREADS, CostMetrics.SWITCHES_PER_TASK))
                                + " switches on threads and "
                                + Words.number(evidence.median(LOOP, CostMetrics.SWITCHES_PER_TASK))
                                + " on the loop: " + ratio.words() + "; a switch between two threads takes "
                                + Words.number(price) + " us of CPU")
                .with("threads_switches_per_task", evidence.median(THREADS, CostMetrics.SWITCHES_PER_TASK))
                .with("event_loop_switches_per_task", evidence.median(LOOP, CostMetrics.SWITCHES_PER_TASK))
                .with("ratio", ratio)
                .with("cpu_us_per_switch", price);
    }

    /** Of a round trip, all of whose CPU time is there for its switches. */
    private static Reading price(Evidence evidence) {
        Reading switches = evidence.median(HANDOFF, CostMetrics.SWITCHES_PER_TASK);
        if (!switches.present() || switches.orElse(0) == 0)
            return Reading.absent(Reading.Why.UNSUPPORTED, "no switch was seen");
        return evidence.median(HANDOFF, CostMetrics.CPU_US_PER_TASK).map(micros -> micros / switches.orElse(1));
    }

    @Override
    public List<String> charts() {
        return List.of(CostMetrics.SWITCHES_PER_TASK.name());
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.INCONCLUSIVE);
    }
}
