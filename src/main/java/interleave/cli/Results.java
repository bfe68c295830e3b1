package interleave.cli;

import interleave.metric.Reading;
import interleave.supervisor.RunRates;
import interleave.supervisor.RunWindow;
import interleave.wire.Frame;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The fields of a headless run's results: the contract of {@code --format json}. */
final class Results {
    private Results() {}

    /** @param window the interval itself */
    static Map<String, Value> interval(Measurement run, RunWindow window) {
        RunRates rates = window.rates();
        Row row = new Row()
                .text("workload", run.workload.toString())
                .value("load", new Value.Amount(run.load))
                .number("elapsed_s", run.rates().elapsedSeconds())
                .number("tasks", rates.tasks())
                .number("failed", rates.failed());
        addRates(row, rates)
                .number("in_flight", rates.inFlight())
                .number("os_threads", rates.osThreads())
                .number("virtual_threads", rates.virtualThreads())
                .number("rss_bytes", rates.residentBytes());
        return addLatencies(row, rates).fields();
    }

    /** Failures and peaks are those since the start, warm-up included; all else is of the time after the warm-up. */
    static Map<String, Value> summary(Measurement run) {
        RunRates rates = run.rates();
        Row row = new Row()
                .text("workload", run.workload.toString())
                .value("load", new Value.Amount(run.load))
                .number("elapsed_s", rates.elapsedSeconds())
                .number("tasks", rates.tasks())
                .number("failed", last(run, Frame::failed))
                .value("verified", new Value.Flag(run.verified()))
                .value("error", run.failure().map(Value::of).orElse(Value.absent("nothing went wrong")))
                .number("in_flight_peak", last(run, Frame::inFlightPeak));
        addRates(row, rates)
                .number("os_threads_peak", last(run, frame -> frame.threads().osPeak()))
                .number("virtual_threads_peak", virtualPeak(run))
                .number("rss_peak_bytes", last(run, frame -> frame.memory().residentPeakBytes()));
        return addLatencies(row, rates).fields();
    }

    private static Row addRates(Row row, RunRates rates) {
        return row.number("tasks_per_s", rates.tasksPerSecond())
                .number("tasks_per_cpu_s", rates.tasksPerCpuSecond())
                .number("cpu_us_per_task", rates.cpuMicrosPerTask())
                .number("cpu_percent", rates.cpuPercent())
                .number("voluntary_switches", rates.voluntary())
                .number("involuntary_switches", rates.involuntary())
                .number("switches_per_s", rates.switchesPerSecond())
                .number("switches_per_task", rates.switchesPerTask());
    }

    private static Row addLatencies(Row row, RunRates rates) {
        return row.value("service_ms", new Value.Quantiles(rates.service()))
                .value("response_ms", new Value.Quantiles(rates.response()));
    }

    private static Reading last(Measurement run, ToLongFunction<Frame> value) {
        return run.last().map(frame -> Reading.of(value.applyAsLong(frame))).orElse(Reading.WARMING_UP);
    }

    private static Reading virtualPeak(Measurement run) {
        Reading now = run.rates().virtualThreads();
        return now.present() ? last(run, frame -> frame.threads().virtualPeak()) : now;
    }
}
