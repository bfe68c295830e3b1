package interleave.terminal;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The terminal's own word on whether it puts pastes in brackets: it is asked each time the alternate screen is entered
 * (DECRQM of mode 2004, answered by DECRPM; VT510), and until it has answered they are not known. Any thread.
 */
final class PasteBrackets {
    /** Sent once the mode has been turned on, so that "set" alone is a yes. */
    static final String QUESTION = "\033[?2004$p";

    private static final int SET = 1;
    private static final int PERMANENTLY_SET = 3;

    /** A question this old is answered no more: what looks like it is what any other noise is. */
    private static final long EXPECTED_NANOS = 10_000_000_000L;

    /** Within so long after the question what begins as an answer may be one that is slow. */
    private static final long IMMINENT_NANOS = 1_000_000_000L;

    /** The way to the terminal and back, nearly always: who gives it back so soon leaves no answer to the shell. */
    private static final long UNDER_WAY_NANOS = 250_000_000L;

    /**
     * Programs that are a terminal inside another one, by the variables they set. They answer for themselves (tmux 3.6
     * and later), while the terminal around them, such as the Linux console, may send a paste as keys.
     */
    private static final String[] WITHIN = {"TMUX", "STY", "ZELLIJ", "NVIM", "VIM_TERMINAL"};

    private final boolean outermost;
    private final LongSupplier clock;
    private final Semaphore answers = new Semaphore(0);
    private volatile boolean on;
    private volatile boolean asked;
    private volatile boolean answered;
    private volatile long askedAt;

    /**
     * @param outermost false inside another terminal, whose answers are taken and not believed
     * @param clock nanoseconds
     */
    PasteBrackets(boolean outermost, LongSupplier clock) {
        this.outermost = outermost;
        this.clock = clock;
    }

    /** True if the environment names no program that is a terminal inside another one. */
    static boolean outermost(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        if (term.startsWith("screen") || term.startsWith("tmux")) return false;
        for (String variable : WITHIN) if (environment.containsKey(variable)) return false;
        return true;
    }

    /** True if the terminal has said that pastes come in brackets. */
    boolean on() {
        return on;
    }

    /** The question is about to be sent. What was known before is not known any more. */
    void ask() {
        answers.drainPermits();
        on = false;
        answered = false;
        askedAt = clock.getAsLong();
        asked = true;
    }

    /** @param setting the second parameter of DECRPM */
    void answered(int setting) {
        on = outermost && (setting == SET || setting == PERMANENTLY_SET);
        answered = true;
        answers.release();
    }

    /** True while an answer may come; one that was asked for twice comes twice. */
    boolean expected() {
        return asked && age() < EXPECTED_NANOS;
    }

    /** True while the answer has not come and is likely to be the next thing that does. */
    boolean imminent() {
        return asked && !answered && age() < IMMINENT_NANOS;
    }

    /** True if the terminal has just been asked and may be about to answer. */
    boolean underWay() {
        return asked && !answered && age() < UNDER_WAY_NANOS;
    }

    /** Waits, while {@link #underWay}, for the answer that another thread reads. */
    void awaitAnswer() {
        if (!underWay()) return;
        try {
            answers.tryAcquire(UNDER_WAY_NANOS - age(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long age() {
        return clock.getAsLong() - askedAt;
    }
}
