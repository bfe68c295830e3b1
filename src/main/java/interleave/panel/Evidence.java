package interleave.panel;

import interleave.metric.Reading;
import interleave.run.CostMetrics;
import interleave.run.Percentile;
import interleave.run.RunMetric;
import interleave.run.RunStatus;
import interleave.run.TimeMetrics;
import interleave.run.WorkMetrics;
import interleave.screen.Numbers;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.Proves;
import interleave.spec.Proves.Question;
import interleave.spec.Workload;
import interleave.state.RunView;
import interleave.state.WorkloadCell;

/**
 * A run as a headline speaks of it.
 *
 * @param place its workload's, in the menu
 * @param overSeconds for how long it has been over; below 0 while it goes on
 * @param micro the sign of a microsecond, as this screen has it
 */
record Evidence(int place, WorkloadCell cell, RunView run, long overSeconds, String micro) {
    /** An ended run is spoken of for so long, and compared with what runs now. */
    private static final int RECENT_SECONDS = 60;

    static Evidence of(int place, WorkloadCell cell, long nanos, String micro) {
        RunView run = cell.run().orElseThrow();
        RunStatus status = run.status();
        long over = run.live() ? -1 : Math.max(0, (nanos - status.sinceNanos()) / 1_000_000_000);
        return new Evidence(place, cell, run, over, micro);
    }

    /** True if it is worth a word: it has numbers or stands in a deadlock, and is not over for long, nor failed. */
    boolean speaks() {
        boolean evident = tasks() > 0 || figure(Answers.DEADLOCKS) > 0;
        return overSeconds <= RECENT_SECONDS && !RunWords.failed(cell) && evident;
    }

    boolean live() {
        return overSeconds < 0;
    }

    Workload workload() {
        return cell.info().workload();
    }

    String name() {
        return workload().toString();
    }

    String model() {
        return workload().model();
    }

    Proves proves() {
        return cell.info().proves();
    }

    /** Tasks that are compared with one another: of one name, or that update one number in different ways. */
    boolean comparesTo(Evidence other) {
        if (workload().task().equals(other.workload().task())) return true;
        return proves().updates() > 0 && other.proves().updates() > 0;
    }

    /**
     * True if the two do the same work under the same load; a speed-up is of what fills the cores, whatever the load.
     */
    boolean alike(Evidence other) {
        if (proves().question() == Question.SPEED_UP) return knob(Knob.TILE) == other.knob(Knob.TILE);
        return load().equals(other.load())
                && knob(Knob.LATENCY) == other.knob(Knob.LATENCY)
                && knob(Knob.WORK) == other.knob(Knob.WORK)
                && knob(Knob.TILE) == other.knob(Knob.TILE)
                && knob(Knob.CONNECTIONS) == other.knob(Knob.CONNECTIONS);
    }

    Load load() {
        return run.status().load();
    }

    private long knob(Knob knob) {
        return cell.info().knobs().contains(knob) ? cell.value(knob) : -1;
    }

    double tasks() {
        return run.readings().of(WorkMetrics.TASKS_PER_S).orElse(0);
    }

    double switches() {
        return run.readings().of(CostMetrics.SWITCHES_PER_TASK).orElse(0);
    }

    double micros() {
        return run.readings().of(CostMetrics.CPU_US_PER_TASK).orElse(0);
    }

    Reading p50() {
        return run.readings().of(TimeMetrics.RESPONSE, Percentile.P50);
    }

    Reading p99() {
        return run.readings().of(TimeMetrics.RESPONSE, Percentile.P99);
    }

    Reading service() {
        return run.readings().of(TimeMetrics.SERVICE, Percentile.P50);
    }

    /** Completed since it began. */
    double completed() {
        return run.totals().completed();
    }

    /** A further figure by the name under which a worker tells it; below 0 if it has none. */
    double figure(String name) {
        for (RunMetric metric : run.readings().figures())
            if (metric.extra().equals(name)) return run.readings().of(metric).orElse(-1);
        return -1;
    }

    String perSecond() {
        return Numbers.count(tasks()) + "/s";
    }

    String cpu() {
        return Numbers.tenths(micros()) + " " + micro + "s";
    }

    String perTask() {
        return Numbers.perTask(switches());
    }

    String time(Reading milliseconds) {
        return milliseconds instanceof Reading.Value(double value) ? time(value) : "unknown";
    }

    /** As on the rest of the screen, without the blanks that keep columns in place. */
    String time(double milliseconds) {
        return Numbers.duration(milliseconds, micro).replace("  ", " ");
    }

    /** {@code pays} of what goes on, {@code paid} of what is over. */
    String verb(String now, String then) {
        return live() ? now : then;
    }
}
