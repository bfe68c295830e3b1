package interleave.state;

import interleave.run.RunStatus;
import interleave.run.WorkMetrics;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Sentence;
import interleave.spec.WorkloadInfo;
import java.util.Optional;

/**
 * A cell of the matrix, and a line of the workload table.
 *
 * @param key the digit that starts and stops it; empty if it has none
 * @param spec what it runs under, or would be started under
 * @param run its newest run, going on or over
 * @param closed the closed load that it has, or had before it was given an open one
 * @param remark the newest that its run had to say in words
 * @param last the results of its last run that came to any; empty if there was none
 */
public record WorkloadCell(
        WorkloadInfo info,
        Optional<Character> key,
        RunSpec spec,
        Optional<RunView> run,
        Load closed,
        Optional<Remark> remark,
        Optional<Totals> last)
        implements Sentence.Settings {
    /** @param nanos when it was said, by the sampler's clock */
    public record Remark(String words, long nanos) {}

    static WorkloadCell idle(WorkloadInfo info, Optional<Character> key, RunSpec spec) {
        return new WorkloadCell(info, key, spec, Optional.empty(), spec.load(), Optional.empty(), Optional.empty());
    }

    public boolean live() {
        return run.isPresent() && run.get().live();
    }

    /** True if its run goes on, and has not been told to end: one that has takes no orders. */
    boolean working() {
        return live() && run.get().status().phase() != RunStatus.Phase.STOPPING;
    }

    public Load load() {
        return spec.load();
    }

    /** The value of a knob that it has. */
    @Override
    public long value(Knob knob) {
        Long told = spec.knobs().get(knob);
        return told == null ? info.usual().get(knob) : told;
    }

    /** The same cell as if it had other settings. */
    public WorkloadCell under(RunSpec other) {
        return with(other);
    }

    /** The thing to look for, under the settings that it has. */
    public String shows() {
        return info.sentence().whole(this);
    }

    /** The same in at most {@link interleave.spec.Sentence#BRIEF} columns. */
    public String brief() {
        return info.sentence().brief(this);
    }

    WorkloadCell with(RunView next) {
        boolean same = run.isPresent()
                && run.get().status().id().number() == next.status().id().number();
        return with(next.status().spec(), Optional.of(next), same ? remark : Optional.empty());
    }

    /** Its run has come to an end with these results. */
    WorkloadCell ended(Totals totals) {
        if (!totals.readings().of(WorkMetrics.TASKS_PER_S).present()) return this;
        return new WorkloadCell(info, key, spec, run, closed, remark, Optional.of(totals));
    }

    WorkloadCell withoutRun() {
        return with(spec, Optional.empty(), Optional.empty());
    }

    WorkloadCell with(RunSpec next) {
        return with(next, run, remark);
    }

    WorkloadCell saying(String words, long nanos) {
        return with(spec, run, Optional.of(new Remark(words, nanos)));
    }

    private WorkloadCell with(RunSpec nextSpec, Optional<RunView> nextRun, Optional<Remark> nextRemark) {
        Load nextClosed = nextSpec.load() instanceof Load.Closed ? nextSpec.load() : closed;
        return new WorkloadCell(info, key, nextSpec, nextRun, nextClosed, nextRemark, last);
    }
}
