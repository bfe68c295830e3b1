package interleave.cli;

import interleave.metric.Reading;
import interleave.record.ResultRow;
import interleave.record.ResultValue;
import interleave.run.RunMetric;
import interleave.run.RunMetrics;
import interleave.run.RunReadings;
import interleave.run.RunWindow;
import interleave.run.Verification.Verdict;
import interleave.run.WholeRunMetrics;
import interleave.run.WorkMetrics;
import interleave.trial.Measurement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a headless run's results: the contract of {@code --format json}. */
final class Results {
    /** Of a signal that did not come. */
    static final String NO_SIGNAL = "none ended it before its time";

    private Results() {}

    /** @param window the interval itself */
    static Map<String, ResultValue> interval(Measurement run, RunWindow window) {
        ResultRow row = begun(run);
        row.readings(window.readings());
        // Since the measuring began: where the interval stands.
        row.number(WorkMetrics.ELAPSED_S.name(), run.readings().of(WorkMetrics.ELAPSED_S));
        return row.fields();
    }

    /** All is of the time after the warm-up, but what stands in {@code whole_run}: that adds up. */
    static Map<String, ResultValue> summary(Measurement run) {
        ResultRow row = Placement.add(begun(run).whole("seed", run.spec.seed()), run)
                .text("transport", run.transport(), "no input or output of its own")
                .value("verified", verified(run))
                .text("error", run.failure(), "nothing went wrong")
                .text("note", run.note(), "nothing was found out")
                .text("signal", run.signal(), Results.NO_SIGNAL)
                .whole("intervals_dropped", run.intervalsDropped());
        ServerSide.add(row, run);
        row.readings(run.readings());
        Map<String, Reading> whole = new LinkedHashMap<>();
        RunReadings readings = run.wholeRun();
        for (RunMetric metric : readings.wholeRun())
            whole.put(WholeRunMetrics.withinObject(metric), readings.of(metric));
        return row.value("whole_run", new ResultValue.Group(whole)).fields();
    }

    /** The further values that a run may have in its results, for who has to know before. */
    static Map<String, ResultValue> extras() {
        ResultRow row = new ResultRow();
        for (RunMetric metric : RunMetrics.ALL)
            if (!metric.extra().isEmpty()) row.number(metric.name(), Reading.WARMING_UP);
        Map<String, Reading> whole = new LinkedHashMap<>();
        for (RunMetric metric : WholeRunMetrics.ALL)
            whole.put(WholeRunMetrics.withinObject(metric), Reading.WARMING_UP);
        return row.value("whole_run", new ResultValue.Group(whole)).fields();
    }

    private static ResultRow begun(Measurement run) {
        return new ResultRow()
                .text("workload", run.workload.toString())
                .value("load", new ResultValue.Amount(run.load));
    }

    private static ResultValue verified(Measurement run) {
        Verdict verdict = run.verified();
        return verdict.known() ? new ResultValue.Flag(verdict == Verdict.YES) : ResultValue.absent(verdict.words);
    }
}
