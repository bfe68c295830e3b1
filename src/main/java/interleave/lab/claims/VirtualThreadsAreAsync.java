package interleave.lab.claims;

import interleave.lab.Place;
import interleave.lab.claims.Experiment.Pace;
import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.run.StateMetrics;
import interleave.run.WorkMetrics;
import interleave.spec.Knob;
import interleave.spec.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class VirtualThreadsAreAsync extends Written {
    static final String VIRTUAL = "http-virtual";
    static final String IMAGE_VIRTUAL = "image-virtual";
    static final String FILE_VIRTUAL = "file-virtual";
    static final String BEHIND_VIRTUAL = "http-virtual-20-connections";
    static final String BEHIND_LOOP = "http-event-loop-20-connections";
    static final String BEHIND_POOL = "http-pool-20-threads";
    private static final int CONNECTIONS = 20;

    private static final int IN_FLIGHT = 256;
    private static final double LIKE_CPU = 2;
    private static final double FEWER = 2;
    private static final double FASTER = 1.2;
    private static final double THREAD_PER_READ = 128;

    VirtualThreadsAreAsync() {
        super(
                "virtual-threads-are-async",
                "Virtual threads are asynchrony in the guise of threads",
                "256 requests in flight on a loop, on virtual threads and on OS threads: switches and CPU time per"
                    + " request. The blur of a tile on a loop and on virtual threads: tasks per second. 256 reads past"
                    + " the page cache on virtual threads: OS threads. The requests with 20 connections for all of"
                    + " them, on virtual threads and on the loop: requests per second",
                "They are like the loop at requests if OS threads have more than twice their switches, and they take"
                    + " less than twice the loop's CPU time; unlike it if they compute more than 1.2 times as fast, on"
                    + " all CPUs, a blocked read takes an OS thread each (128 or more), or behind the connections they"
                    + " do 1.2 times more or less than the loop. Confirmed if like and never unlike; depends if both;"
                    + " refuted if not like it at requests",
                "20 connections to a service that answers after 20 ms let through 1,000 requests a second, whoever"
                        + " waits for them: such a pool makes both queue as a pool of 20 threads does");
    }

    @Override
    public Optional<String> notPossible(Conditions conditions) {
        return conditions.cores() < 2 ? ONE_CPU : Optional.empty();
    }

    @Override
    public List<Setting> settings(Conditions conditions) {
        List<Setting> settings = new ArrayList<>(List.of(
                ThreadsPaySwitches.loop(conditions),
                ThreadsPaySwitches.threads(conditions),
                ThreadsPaySwitches.http(VIRTUAL, "virtual", conditions),
                AsyncDoesNotSpeedUp.loop(conditions),
                Setting.compared(IMAGE_VIRTUAL, Runs.closed("image/virtual", conditions.cores()), Place.FREE),
                Setting.counted(FILE_VIRTUAL, Runs.closed("file/virtual", IN_FLIGHT), Place.FREE, Pace.BRIEF),
                behind(BEHIND_VIRTUAL, "virtual", Knob.CONNECTIONS, conditions),
                behind(BEHIND_LOOP, "event-loop", Knob.CONNECTIONS, conditions)));
        if (!conditions.quick())
            settings.add(behind(BEHIND_POOL, "pool", Knob.POOL, conditions).told());
        return settings;
    }

    /** A state: what 20 of them let through in 20 ms does not vary. */
    private static Setting behind(String key, String model, Knob bound, Conditions conditions) {
        RunSpec run = Runs.closed("http/" + model, IN_FLIGHT).with(bound, CONNECTIONS);
        return Setting.counted(key, run, conditions.place(), Pace.BRIEF);
    }

    @Override
    public Ruling judge(Evidence evidence, Conditions conditions) {
        Ratio switches = evidence.ratio(ThreadsPaySwitches.THREADS, VIRTUAL, CostMetrics.SWITCHES_PER_TASK);
        Ratio cpu = evidence.ratio(VIRTUAL, ThreadsPaySwitches.LOOP, CostMetrics.CPU_US_PER_TASK);
        Ratio compute = evidence.ratio(IMAGE_VIRTUAL, AsyncDoesNotSpeedUp.LOOP, WorkMetrics.TASKS_PER_S);
        Reading threads = evidence.median(FILE_VIRTUAL, StateMetrics.OS_THREADS_PEAK);
        Reading queued = queued(evidence);
        boolean like = switches.above(FEWER) && cpu.below(LIKE_CPU);
        boolean computes = compute.above(FASTER);
        boolean held = threads.orElse(0) >= THREAD_PER_READ;
        boolean queues = queued.orElse(1) < 1 / FASTER || queued.orElse(1) > FASTER;
        Verdict verdict = Verdict.INCONCLUSIVE;
        if (switches.below(FEWER) || cpu.above(LIKE_CPU)) verdict = Verdict.REFUTED;
        else if (like && (computes || held || queues)) verdict = Verdict.DEPENDS;
        else if (like && compute.below(FASTER) && threads.present() && queued.present()) verdict = Verdict.CONFIRMED;
        return Ruling.of(
                        verdict,
                        "at requests OS threads have " + switches.words()
                                + " the switches of virtual ones, which take " + cpu.words()
                                + " of the loop's CPU time; at computing they do " + compute.words()
                                + " of what the loop does; 256 reads from the disk take " + Words.number(threads)
                                + " OS threads; behind " + CONNECTIONS + " connections they do "
                                + Words.number(evidence.median(BEHIND_VIRTUAL, WorkMetrics.TASKS_PER_S))
                                + " requests a second, the loop "
                                + Words.number(evidence.median(BEHIND_LOOP, WorkMetrics.TASKS_PER_S)))
                .with("threads_over_virtual_switches", switches)
                .with("virtual_over_loop_cpu", cpu)
                .with("virtual_over_loop_computing", compute)
                .with("file_virtual_os_threads", threads)
                .with("virtual_over_loop_behind_connections", queued);
    }

    private static Reading queued(Evidence evidence) {
        Reading loop = evidence.median(BEHIND_LOOP, WorkMetrics.TASKS_PER_S);
        if (loop.orElse(0) <= 0) return Reading.absent(Reading.Why.WARMING_UP, BEHIND_LOOP + " told no tasks");
        return evidence.median(BEHIND_VIRTUAL, WorkMetrics.TASKS_PER_S).map(tasks -> tasks / loop.orElse(1));
    }

    @Override
    public List<String> charts() {
        return List.of(
                CostMetrics.SWITCHES_PER_TASK.name(),
                CostMetrics.CPU_US_PER_TASK.name(),
                WorkMetrics.TASKS_PER_S.name());
    }

    @Override
    public Set<Verdict> verdicts() {
        return Set.of(Verdict.CONFIRMED, Verdict.REFUTED, Verdict.DEPENDS, Verdict.INCONCLUSIVE, Verdict.NOT_POSSIBLE);
    }
}
