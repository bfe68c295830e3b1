package interleave.run;

import static interleave.metric.Reading.Why.FAILED;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.metric.Extra;
import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.run.Frame.Usage;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/**
 * What a run costs and achieves within a {@link RunWindow}: differences of the counters of two frames over the worker's own
 * clock, and the newest frame's state. Of a window of one frame, only the state is there.
 *
 * @param elapsedSeconds the length of the window
 * @param tasks tasks completed within the window
 * @param failed tasks failed within the window
 * @param failedTotal tasks failed since the run began
 * @param cpuPercent 100 is one core
 * @param voluntary voluntary switches within the window, from getrusage
 * @param involuntary involuntary switches within the window, from getrusage
 * @param cpuMicrosPerTask user and system time of all the worker's threads, per completed task
 * @param inFlight tasks started or queued, and not ended
 * @param osThreads kernel threads of the worker, the JVM's own among them
 * @param virtualThreads alive virtual threads; absent in a worker that has none
 * @param carriers kernel threads that carry virtual threads; absent in a worker that has none
 * @param extra further figures by name: of counters what they grew by within the window, of states the highest within it
 */
public record RunRates(
        Reading elapsedSeconds,
        Reading tasks,
        Reading failed,
        Reading failedTotal,
        Reading tasksPerSecond,
        Reading cpuPercent,
        Reading tasksPerCpuSecond,
        Reading cpuMicrosPerTask,
        Reading voluntary,
        Reading involuntary,
        Reading voluntaryPerSecond,
        Reading involuntaryPerSecond,
        Reading switchesPerSecond,
        Reading switchesPerTask,
        Latency service,
        Latency response,
        Reading inFlight,
        Reading osThreads,
        Reading virtualThreads,
        Reading carriers,
        Reading residentBytes,
        Reading heapBytes,
        OpenRates open,
        Map<String, Reading> extra) {
    private static final int ENOUGH_WAITING = 1000;

    static RunRates of(RunWindow window) {
        return new RunRates(
                between(window, (a, b) -> Rates.ratio(b.nanos() - a.nanos(), 1e9, "")),
                growth(window, Frame::completed),
                growth(window, Frame::failed),
                state(window, Frame::failed),
                perSecond(window, Frame::completed),
                between(window, (a, b) -> Rates.percent(cpuMicros(a, b) * 1e3, b.nanos() - a.nanos())),
                between(window, (a, b) -> Rates.ratio(tasks(a, b) * 1e6, cpuMicros(a, b), "no CPU time used")),
                perTask(window, Usage::cpuMicros),
                growth(window, frame -> frame.usage().voluntary()),
                growth(window, frame -> frame.usage().involuntary()),
                perSecond(window, frame -> frame.usage().voluntary()),
                perSecond(window, frame -> frame.usage().involuntary()),
                perSecond(window, frame -> frame.usage().switches()),
                perTask(window, Usage::switches),
                Latency.of(window.service()),
                Latency.of(window.response()),
                state(window, Frame::inFlight),
                state(window, frame -> frame.threads().os()),
                ofCarriers(window, frame -> frame.threads().virtual()),
                ofCarriers(window, frame -> frame.carriers().orElseThrow().pool()),
                state(window, frame -> frame.memory().residentBytes()),
                state(window, frame -> frame.memory().heapUsedBytes()),
                OpenRates.of(window),
                extra(window));
    }

    /** Every number missing for the same reason. */
    public static RunRates missing(Reading.Absent why) {
        Latency none = Latency.missing(why);
        return new RunRates(
                why,
                why,
                why,
                why,
                why,
                why,
                why,
                why,
                why,
                why,
                why,
                why,
                why,
                why,
                none,
                none,
                why,
                why,
                why,
                why,
                why,
                why,
                OpenRates.missing(why),
                Map.of());
    }

    /**
     * What a task that waits takes of memory: the growth of resident memory since before the load was opened, over the
     * tasks in flight. Unused heap that the JVM has taken meanwhile is part of it.
     *
     * @param first the first frame of the run
     */
    public static Reading bytesPerWaitingTask(Frame first, Frame now) {
        if (now.inFlight() < ENOUGH_WAITING)
            return Reading.absent(
                    UNSUPPORTED,
                    "fewer than " + ENOUGH_WAITING + " tasks in flight: the JVM's own memory outweighs them");
        long growth = now.memory().residentBytes() - first.memory().residentBytes();
        return growth < 0
                ? Reading.absent(FAILED, "resident memory shrank")
                : Rates.ratio(growth, now.inFlight(), "no task in flight");
    }

    private static Map<String, Reading> extra(RunWindow window) {
        if (window.last().isEmpty()) return Map.of();
        Map<String, Reading> extra = new TreeMap<>();
        for (String name : window.last().get().extra().keySet()) extra.put(name, extra(window, name));
        return Collections.unmodifiableMap(extra);
    }

    /** What the catalogue does not know is shown as it is. */
    private static Reading extra(RunWindow window, String name) {
        double newest = window.figure(name);
        if (Extra.named(name).filter(Extra::counter).isEmpty()) return Reading.of(newest);
        return between(window, (a, b) -> Reading.of(newest - a.extra().getOrDefault(name, 0.0)));
    }

    private static Reading between(RunWindow window, BiFunction<Frame, Frame, Reading> derive) {
        if (window.first().isEmpty() || window.first().get() == window.last().orElseThrow()) return Reading.WARMING_UP;
        return derive.apply(window.first().orElseThrow(), window.last().orElseThrow());
    }

    private static Reading state(RunWindow window, ToLongFunction<Frame> value) {
        return window.last().map(frame -> Reading.of(value.applyAsLong(frame))).orElse(Reading.WARMING_UP);
    }

    private static Reading ofCarriers(RunWindow window, ToLongFunction<Frame> value) {
        if (window.last().isPresent() && window.last().get().carriers().isEmpty())
            return Reading.absent(UNSUPPORTED, "no virtual threads here");
        return state(window, value);
    }

    private static Reading growth(RunWindow window, ToLongFunction<Frame> counter) {
        return between(window, (a, b) -> {
            long growth = counter.applyAsLong(b) - counter.applyAsLong(a);
            return growth < 0 ? Reading.absent(FAILED, "the counter went back") : Reading.of(growth);
        });
    }

    private static Reading perSecond(RunWindow window, ToLongFunction<Frame> counter) {
        return between(
                window,
                (a, b) -> Rates.perSecond(counter.applyAsLong(a), counter.applyAsLong(b), b.nanos() - a.nanos()));
    }

    private static Reading perTask(RunWindow window, ToLongFunction<Usage> counter) {
        return between(window, (a, b) -> {
            long growth = counter.applyAsLong(b.usage()) - counter.applyAsLong(a.usage());
            return Rates.ratio(growth, tasks(a, b), "no task ended");
        });
    }

    private static long cpuMicros(Frame a, Frame b) {
        return b.usage().cpuMicros() - a.usage().cpuMicros();
    }

    private static long tasks(Frame a, Frame b) {
        return b.completed() - a.completed();
    }
}
