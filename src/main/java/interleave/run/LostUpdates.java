package interleave.run;

import interleave.metric.Reading;
import interleave.spec.Proves;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * The result of a race: the updates of a shared number that were lost, of all that were done. Such a run is verified if
 * each task did its own updates, and its result is wrong all the same. Pure.
 */
public record LostUpdates(double lost, double all) {
    public static final String WRONG = "its result is wrong";
    public static final String BY_LUCK = "by luck";
    private static final String VERIFIED = "verified is each task alone";

    /** Over the time of these readings; empty for a task that is not there to prove it, and before it has numbers. */
    public static Optional<LostUpdates> of(RunReadings readings, Proves proves) {
        Reading lost = readings.of(ExtraMetrics.LOST_UPDATES);
        double tasks = readings.of(WorkMetrics.TASKS).orElse(0);
        if (proves.question() != Proves.Question.LOST_UPDATES || !lost.present() || tasks <= 0) return Optional.empty();
        return Optional.of(new LostUpdates(Math.max(0, lost.orElse(0)), tasks * proves.updates()));
    }

    /**
     * Such as {@code lost 168k of 196M updates}.
     *
     * @param count writes a number
     */
    public String words(DoubleFunction<String> count) {
        return "lost " + (lost == 0 ? "none" : count.apply(lost)) + " of " + count.apply(all) + " updates";
    }

    /** The same with its meaning, for a place where "verified" stands beside it. */
    public String result(DoubleFunction<String> count) {
        return words(count) + ": " + (lost == 0 ? BY_LUCK : WRONG + " (" + VERIFIED + ")");
    }
}
