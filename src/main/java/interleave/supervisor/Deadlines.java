package interleave.supervisor;

import interleave.run.RunStatus.Phase;
import java.util.Collection;
import java.util.OptionalLong;

/** What is due of runs at some time, when nothing is heard of them. One thread at a time. */
record Deadlines(Runs runs) {
    /** How long from {@code now} it is until something of one of them is due. */
    static OptionalLong next(Collection<SupervisedRun> runs, long now) {
        long next = Long.MAX_VALUE;
        for (SupervisedRun run : runs) {
            OptionalLong deadline = run.deadline();
            if (deadline.isPresent()) next = Math.min(next, Math.max(0, deadline.getAsLong() - now));
        }
        return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
    }

    void tick(Collection<SupervisedRun> all, long now) {
        for (SupervisedRun run : all) tick(run, now);
    }

    private void tick(SupervisedRun run, long now) {
        if (run.killAtNanos.isPresent() && run.killAtNanos.getAsLong() - now <= 0) kill(run);
        else if (run.overdue(now)) {
            runs.noted(run.id, ChildWords.timeUp(run));
            runs.stop(run);
        } else if (run.wanted() && run.phase != Phase.SILENT && now - run.heardNanos >= Patience.SILENCE)
            runs.enter(run, Phase.SILENT);
    }

    private void kill(SupervisedRun run) {
        run.killAtNanos = OptionalLong.empty();
        if (run.released) run.dismiss();
        else if (run.phase.live()) runs.fail(run, "did not end when it was told to, and was killed");
    }
}
