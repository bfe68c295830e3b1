package interleave.run;

import static interleave.run.SampleField.COMPLETED;
import static interleave.run.SampleField.FAILED;
import static interleave.run.SampleField.IN_FLIGHT;
import static interleave.run.SampleField.RAISED;
import static interleave.run.SampleField.VERIFIED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The check that a worker's counts add up: every result right, and every failure seen that was raised on purpose.
 * Failures of tasks in flight may be raised and not yet seen, or the other way round, so only what exceeds their number
 * counts; a worker that has come to its end in order has none in flight, and its account is exact. A result is looked
 * at before its task is counted: a single one that was not found right is a wrong one. Pure.
 */
public record Verification(Frame frame) {
    /** All that can be said of a run. */
    public enum Verdict {
        YES("yes"),
        NO("NO"),
        /** It did not come to an end at which its counters are at rest. */
        FAILED("the run failed"),
        NOTHING_MEASURED("nothing was measured");

        /** On the screen, or why it is not known. */
        public final String words;

        Verdict(String words) {
            this.words = words;
        }

        public boolean known() {
            return this == YES || this == NO;
        }
    }

    /**
     * @param last its newest frame
     * @param orderly whether it ended, or goes on, as it should
     * @param measured whether there is a stretch of time that numbers can be of
     */
    public static Verdict of(Optional<Frame> last, boolean orderly, boolean measured) {
        if (last.isPresent() && !new Verification(last.get()).holds()) return Verdict.NO;
        if (!orderly) return Verdict.FAILED;
        return measured && last.isPresent() && last.get().of(COMPLETED) > 0 ? Verdict.YES : Verdict.NOTHING_MEASURED;
    }

    public boolean holds() {
        return wrong() <= 0 && !failedByThemselves() && Math.abs(vanished()) <= frame.of(IN_FLIGHT);
    }

    private long wrong() {
        return frame.of(COMPLETED) - frame.of(VERIFIED);
    }

    /** Below 0 where more failed than were raised. */
    private long vanished() {
        return frame.of(RAISED) - frame.of(FAILED);
    }

    private boolean failedByThemselves() {
        return frame.of(RAISED) == 0 && frame.of(FAILED) > 0;
    }

    /** The counts that do not add up, for the screen; empty if all do. */
    public Optional<String> brief() {
        if (holds()) return Optional.empty();
        String what = wrong() > 0
                ? wrong() + " of " + frame.of(COMPLETED) + " results wrong"
                : failedByThemselves()
                        ? frame.of(FAILED) + " failed by themselves"
                        : frame.of(RAISED) + " raised, " + frame.of(FAILED) + " seen";
        return Optional.of("NOT VERIFIED: " + what
                + first(frame).map(words -> "; " + words).orElse(""));
    }

    /** All that does not add up; empty if all does. */
    public Optional<String> full() {
        if (holds()) return Optional.empty();
        List<String> words = new ArrayList<>();
        if (wrong() > 0) words.add(wrong() + " of " + frame.of(COMPLETED) + " results were wrong");
        if (vanished() > 0)
            words.add(frame.of(RAISED) + " failures were raised, " + frame.of(FAILED) + " were seen: " + vanished()
                    + " vanished");
        if (vanished() < 0) words.add(frame.of(FAILED) + " tasks failed, " + frame.of(RAISED) + " of them on purpose");
        first(frame).ifPresent(words::add);
        return Optional.of(String.join("; ", words));
    }

    /** To be put behind the words that no task ended: how many failed instead, and by what; empty if none did. */
    public static String insteadFailed(Optional<Frame> frame) {
        return frame.filter(last -> last.of(FAILED) > 0)
                .map(last -> "; " + last.of(FAILED) + " failed"
                        + first(last).map(words -> ", " + words).orElse(""))
                .orElse("");
    }

    private static Optional<String> first(Frame frame) {
        return frame.firstFailure().map(words -> "the first: " + words);
    }
}
