package interleave.cli;

import interleave.metric.Reading;
import interleave.record.ResultRow;
import interleave.record.ResultValue;
import interleave.run.Frame;
import interleave.run.RunRates;
import interleave.run.RunWindow;
import interleave.trial.Measurement;
import interleave.trial.Peaks;
import interleave.trial.Verified;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The fields of a headless run's results: the contract of {@code --format json}. */
final class Results {
    private static final String PAUSED = "paused_s";

    private Results() {}

    /** @param window the interval itself */
    static Map<String, ResultValue> interval(Measurement run, RunWindow window) {
        RunRates rates = window.rates();
        ResultRow row = new ResultRow()
                .text("workload", run.workload.toString())
                .value("load", new ResultValue.Amount(run.load))
                .number("elapsed_s", run.rates().elapsedSeconds())
                .number("paused_s", paused(rates))
                .number("tasks", rates.tasks())
                .number("failed", rates.failed());
        addOffer(addRates(row, rates), rates)
                .number("in_flight", rates.inFlight())
                .number("os_threads", rates.osThreads())
                .number("virtual_threads", rates.virtualThreads())
                .number("rss_bytes", rates.residentBytes());
        addLatencies(row, rates);
        rates.extra().forEach(row::number);
        return row.fields();
    }

    /**
     * Started, completed, failed, cancelled and raised are since the start, warm-up included, so that they add up; all else
     * is of the time after the warm-up.
     */
    static Map<String, ResultValue> summary(Measurement run) {
        RunRates rates = run.rates();
        ResultRow row = new ResultRow()
                .text("workload", run.workload.toString())
                .value("load", new ResultValue.Amount(run.load))
                .value("seed", new ResultValue.Whole(run.spec.seed()))
                .value(
                        "transport",
                        run.transport()
                                .map(ResultValue::of)
                                .orElse(ResultValue.absent("no input or output of its own")))
                .number("elapsed_s", rates.elapsedSeconds())
                .number("paused_s", paused(rates))
                .number("tasks", rates.tasks())
                .number("started", last(run, Frame::started))
                .number("completed", last(run, Frame::completed))
                .number("failed", last(run, Frame::failed))
                .number("cancelled", last(run, Frame::cancelled))
                .number("raised", last(run, Frame::raised))
                .value("verified", verified(run))
                .value("error", run.failure().map(ResultValue::of).orElse(ResultValue.absent("nothing went wrong")))
                .value("note", run.note().map(ResultValue::of).orElse(ResultValue.absent("nothing was found out")))
                .value(
                        "signal",
                        run.signal().map(ResultValue::of).orElse(ResultValue.absent("none ended it before its time")))
                .value("intervals_dropped", new ResultValue.Whole(run.intervalsDropped()))
                .number("in_flight_peak", run.peak(Peaks::inFlight));
        addOffer(addRates(row, rates), rates)
                .number("os_threads_peak", run.peak(Peaks::osThreads))
                .number("virtual_threads_peak", virtualPeak(run))
                .number("rss_peak_bytes", run.peak(Peaks::residentBytes))
                .number("bytes_per_waiting_task", run.bytesPerWaitingTask());
        addLatencies(row, rates);
        rates.extra().forEach(row::number);
        return row.fields();
    }

    /** A worker speaks of it only if it did. */
    private static Reading paused(RunRates rates) {
        Reading none = rates.elapsedSeconds().map(seconds -> 0);
        return rates.extra().getOrDefault(PAUSED, none);
    }

    private static ResultRow addRates(ResultRow row, RunRates rates) {
        return row.number("tasks_per_s", rates.tasksPerSecond())
                .number("tasks_per_cpu_s", rates.tasksPerCpuSecond())
                .number("cpu_us_per_task", rates.cpuMicrosPerTask())
                .number("cpu_percent", rates.cpuPercent())
                .number("voluntary_switches", rates.voluntary())
                .number("involuntary_switches", rates.involuntary())
                .number("switches_per_s", rates.switchesPerSecond())
                .number("switches_per_task", rates.switchesPerTask());
    }

    private static ResultRow addOffer(ResultRow row, RunRates rates) {
        return row.number("offered_per_s", rates.open().offeredPerSecond())
                .number("dropped", rates.open().dropped())
                .number("of_backlog", rates.open().ofBacklog())
                .number("plan_switches_per_task", rates.open().switchesPerTask())
                .number("plan_cpu_us_per_task", rates.open().cpuMicrosPerTask());
    }

    private static void addLatencies(ResultRow row, RunRates rates) {
        row.value("service_ms", new ResultValue.Quantiles(rates.service()))
                .value("response_ms", new ResultValue.Quantiles(rates.response()))
                .value("behind_ms", new ResultValue.Quantiles(rates.open().behind()));
    }

    private static Reading last(Measurement run, ToLongFunction<Frame> value) {
        return run.last().map(frame -> Reading.of(value.applyAsLong(frame))).orElse(Reading.WARMING_UP);
    }

    private static ResultValue verified(Measurement run) {
        Verified verified = run.verified();
        return verified.known() ? new ResultValue.Flag(verified == Verified.YES) : ResultValue.absent(verified.words);
    }

    private static Reading virtualPeak(Measurement run) {
        Reading now = run.rates().virtualThreads();
        return now.present() ? run.peak(Peaks::virtualThreads) : now;
    }
}
