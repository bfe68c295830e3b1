package interleave.supervisor;

import interleave.run.RunStatus.Phase;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * The steps that are due of runs at some time, when nothing is heard of them. One thread at a time.
 *
 * @param standsStill whether the process of that id has been stopped or frozen
 */
record Deadlines(Runs runs, LongPredicate standsStill) {
    Deadlines(Runs runs) {
        this(runs, Supervisor::standsStill);
    }

    /** The time from {@code now} until something of one of them is due. */
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
            overdue(run, now);
        } else if (run.wanted() && run.phase != Phase.SILENT && now - run.heardNanos >= Patience.SILENCE)
            runs.enter(run, Phase.SILENT);
    }

    /** One that stands still takes nothing meanwhile, and goes on with what is left of its time. */
    private void overdue(SupervisedRun run, long now) {
        if (run.child.isPresent() && standsStill.test(run.child.get().pid())) {
            run.lookAgainNanos = now;
        } else if (!run.excused && now - run.over() >= Patience.LIMIT + Patience.LATE) {
            // Who looks so late may have stood still, and the run with it: it has yet to speak.
            run.excused = true;
            run.lookAgainNanos = now;
        } else {
            runs.noted(run.id, ChildWords.timeUp(run));
            runs.stop(run);
        }
    }

    private void kill(SupervisedRun run) {
        run.killAtNanos = OptionalLong.empty();
        if (run.released) run.dismiss();
        else if (run.phase.live()) runs.fail(run, "did not end when it was told to, and was killed");
    }
}
