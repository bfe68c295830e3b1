package interleave.lab.claims;

import interleave.lab.Place;
import interleave.metric.Reading;
import interleave.run.RunMetric;
import interleave.run.StateMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Set;

final class ThreadPerTaskTakesMemory extends Written {
    static final String THREADS = "threads";
    static final String VIRTUAL = "virtual";
    static final String LOOP = "event-loop";
    static final RunMetric BYTES = StateMetrics.BYTES_PER_WAITING_TASK;

    private static final Duration LATENCY = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final double MUCH = 3;
    private static final double ALIKE = 1.5;

    ThreadPerTaskTakesMemory() {
        super(
                "thread-per-task-takes-memory",
                "A thread per waiting task wastes memory",
                "Waits of a second, 2,000 at once on a thread for each, 20,000 on virtual threads and 20,000 on an"
                        + " event loop (in full: waits of five seconds, 20,000, a million and a million): resident"
                        + " memory by which the process grew, for each",
                "Confirmed if a waiting OS thread takes more than 3 times the memory of a waiting virtual thread and of"
                        + " a callback; refuted if less than 1.5 times that of both; depends on whose if more than 3"
                        + " times that of one. A state: one repetition shows it, and the limits are factors apart",
                "Resident memory of the process, the JVM's heap with what it has not given back included; the kernel's"
                        + " own for each thread, some 16 KiB of stack and its descriptor, is not in it");
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        return List.of(
                at(THREADS, conditions.quick() ? 2_000 : 20_000, conditions),
                at(VIRTUAL, conditions.quick() ? 20_000 : 1_000_000, conditions),
                at(LOOP, conditions.quick() ? 20_000 : 1_000_000, conditions));
    }

    private static Setting at(String model, int waiting, Conditions conditions) {
        return Setting.counted(
                model,
                Runs.waiting(Runs.closed("timer/" + model, waiting), conditions.quick() ? LATENCY : LONG),
                Place.FREE,
                Experiment.Pace.BRIEF);
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Reading threads = evidence.median(THREADS, BYTES);
        Reading virtual = evidence.median(VIRTUAL, BYTES);
        Reading loop = evidence.median(LOOP, BYTES);
        Verdict verdict = Verdict.INCONCLUSIVE;
        if (threads.present() && virtual.present() && loop.present()) {
            double more = threads.orElse(0) / Math.max(virtual.orElse(0), loop.orElse(0));
            double most = threads.orElse(0) / Math.min(virtual.orElse(0), loop.orElse(0));
            if (more > MUCH) verdict = Verdict.CONFIRMED;
            else if (most < ALIKE) verdict = Verdict.REFUTED;
            else if (most > MUCH) verdict = Verdict.DEPENDS;
        }
        return Ruling.of(
                        verdict,
                        "bytes for each waiting task: " + Words.number(threads) + " of an OS thread, "
                                + Words.number(virtual) + " of a virtual thread, " + Words.number(loop)
                                + " of a callback on the loop")
                .with("threads_bytes_per_task", threads)
                .with("virtual_bytes_per_task", virtual)
                .with("event_loop_bytes_per_task", loop);
    }

    @Override
    public List<String> charts() {
        return List.of(BYTES.name());
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.DEPENDS, Verdict.INCONCLUSIVE);
    }
}
