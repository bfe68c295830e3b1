package interleave.task;

import interleave.kernel.ThreadCpuTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Computing that takes a given CPU time: so many steps of {@link Xorshift}, by how long they take a thread on a CPU.
 * That is measured when the time is set, and corrected by the tasks themselves for a while, since the JVM still
 * compiles; from then on it is the same computation for all. The result of each is held against what was foretold.
 * Safe from any thread.
 */
public final class Work {
    /** For so long after it was set it is corrected. */
    static final long CORRECTED_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

    /** As little as that, and one interrupt would count for too much. */
    private static final long ENOUGH_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private static final int ENOUGH_TASKS = 8;

    /** Of what takes less not each is measured, since looking at the clock twice took 0.5 to 1.2 us here. */
    private static final long MEASURED_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    private static final double NEAR = 0.01;

    private final LongSupplier clock;
    private final IdleStack<Meter> meters = new IdleStack<>();
    private final LongAdder spentNanos = new LongAdder();
    private final AtomicReference<Optional<Plan>> plan = new AtomicReference<>(Optional.empty());

    /**
     * The computation of a task, and what was seen of it since it was decided on.
     *
     * @param result what its steps must come to
     * @param every one of so many is measured, and counts for all of them
     */
    private record Plan(
            long askedNanos,
            Calibration speed,
            int steps,
            long result,
            int every,
            long correctedUntil,
            int tasks,
            long tookNanos) {
        static Plan of(long askedNanos, Calibration speed, double steps, long correctedUntil) {
            int whole = Math.clamp(Math.round(steps), 1, Integer.MAX_VALUE);
            int every = (int) Math.max(1, MEASURED_NANOS / askedNanos);
            return new Plan(askedNanos, speed, whole, Xorshift.foretold(whole), every, correctedUntil, 0, 0);
        }

        Plan seen(long nanos) {
            Plan more = new Plan(askedNanos, speed, steps, result, every, correctedUntil, tasks + 1, tookNanos + nanos);
            if (more.tasks < ENOUGH_TASKS || more.tookNanos < ENOUGH_NANOS) return more;
            double off = (double) more.tookNanos / more.tasks / askedNanos;
            return of(askedNanos, speed, Math.abs(off - 1) <= NEAR ? steps : steps / off, correctedUntil);
        }
    }

    /** The clock of one computation at a time, wherever that is. */
    private static final class Meter {
        private final ThreadCpuTime time = new ThreadCpuTime();
        private int unmeasured;
    }

    public Work() {
        this(System::nanoTime);
    }

    /** @param clock nanoseconds that pass, from any start */
    Work(LongSupplier clock) {
        this.clock = clock;
    }

    /** Sets how much CPU time a task takes; takes some 20 ms of it to find out. */
    public void set(long micros) {
        plan.set(micros == 0 ? Optional.empty() : Optional.of(planned(TimeUnit.MICROSECONDS.toNanos(micros))));
    }

    private Plan planned(long nanos) {
        Calibration speed = Calibration.now(clock);
        return Plan.of(nanos, speed, nanos / speed.nanosPerStep(), clock.getAsLong() + CORRECTED_NANOS);
    }

    /** True if there is nothing to compute. */
    public boolean none() {
        return plan.get().isEmpty();
    }

    /**
     * Computes on the calling thread.
     *
     * @throws WrongResult if it came to something else than it must
     */
    public void perform() throws WrongResult {
        Optional<Plan> asked = plan.get();
        if (asked.isEmpty()) return;
        Plan now = asked.get();
        Meter meter = meters.pop().orElseGet(Meter::new);
        boolean measured = ++meter.unmeasured >= now.every;
        long result = measured ? measured(meter, asked) : Xorshift.computed(now.steps);
        meters.push(meter);
        if (result != now.result) throw new WrongResult("the work came to " + result + ", and must be " + now.result);
    }

    private long measured(Meter meter, Optional<Plan> asked) {
        Plan now = asked.orElseThrow();
        meter.unmeasured = 0;
        long began = meter.time.nanos();
        long result = Xorshift.computed(now.steps);
        long took = Math.max(0, meter.time.nanos() - began - now.speed.lookNanos());
        spentNanos.add(took * now.every);
        if (clock.getAsLong() < now.correctedUntil) saw(asked, took);
        return result;
    }

    /** One that others got ahead of is left out. */
    private void saw(Optional<Plan> before, long tookNanos) {
        plan.compareAndSet(before, Optional.of(before.orElseThrow().seen(tookNanos)));
    }

    /** The CPU time that was really spent. */
    public Map<String, Double> extra() {
        long spent = spentNanos.sum();
        return spent == 0 ? Map.of() : Map.of("work_cpu_us", spent / 1e3);
    }
}
