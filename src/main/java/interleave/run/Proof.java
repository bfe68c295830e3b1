package interleave.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what a worker counted adds up: every result right, and every failure seen that was raised. Pure. */
public final class Proof {
    private Proof() {}

    /**
     * What does not add up, in words; empty if all does. Failures of tasks in flight may be raised and not yet seen, or the
     * other way round, so of a worker at work only what exceeds their number counts. A result is looked at before its task
     * is counted: a single one that was not found right is a wrong one.
     */
    public static Optional<String> against(Frame frame) {
        long wrong = frame.completed() - frame.verified();
        if (wrong > 0) return said(frame, wrong + " of " + frame.completed() + " results wrong");
        if (frame.raised() == 0 && frame.failed() > 0) return said(frame, frame.failed() + " failed by themselves");
        if (Math.abs(frame.raised() - frame.failed()) > frame.inFlight())
            return said(frame, frame.raised() + " raised, " + frame.failed() + " seen");
        return Optional.empty();
    }

    /**
     * What does not add up of a worker that has come to its end in order, in words; empty if all does. Exact: every task
     * that was completed was found right, and as many failures were seen as were raised on purpose.
     */
    public static Optional<String> atRest(Frame frame) {
        List<String> words = new ArrayList<>();
        long wrong = frame.completed() - frame.verified();
        if (wrong > 0) words.add(wrong + " of " + frame.completed() + " results were wrong");
        long vanished = frame.raised() - frame.failed();
        if (vanished > 0)
            words.add(frame.raised() + " failures were raised, " + frame.failed() + " were seen: " + vanished
                    + " vanished");
        if (vanished < 0) words.add(frame.failed() + " tasks failed, " + frame.raised() + " of them on purpose");
        if (!words.isEmpty()) first(frame).ifPresent(words::add);
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
    }

    /** To be put behind the words that no task ended: how many failed instead, and by what; empty if none did. */
    public static String insteadFailed(Optional<Frame> frame) {
        return frame.filter(last -> last.failed() > 0)
                .map(last -> "; " + last.failed() + " failed"
                        + first(last).map(words -> ", " + words).orElse(""))
                .orElse("");
    }

    private static Optional<String> first(Frame frame) {
        return frame.firstFailure().map(words -> "the first: " + words);
    }

    private static Optional<String> said(Frame frame, String what) {
        return Optional.of("NOT VERIFIED: " + what
                + first(frame).map(words -> "; " + words).orElse(""));
    }
}
