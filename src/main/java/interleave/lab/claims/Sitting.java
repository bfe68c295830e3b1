package interleave.lab.claims;

import interleave.metric.Ticker;
import java.time.Duration;
import java.util.Optional;

/** Carries a {@link Campaign} out on a {@link Bench}, repetition by repetition. One thread. */
public final class Sitting {
    /** Is told what happens, on the sitting's thread, and must not block. */
    public interface Listener {
        void measuring(Campaign.Next next, Duration elapsed, Duration left);

        void measured(Campaign.Next next, Sample sample);

        void failed(Campaign.Next next, String why);

        void found(Finding finding);
    }

    private final Campaign campaign;
    private final Bench bench;
    private final Listener listener;
    private final Ticker ticker;
    private final long began;
    private final long seed;
    private int told;

    public Sitting(Campaign campaign, Bench bench, Listener listener, Ticker ticker, long seed) {
        this.campaign = campaign;
        this.bench = bench;
        this.listener = listener;
        this.ticker = ticker;
        this.began = ticker.nanos();
        this.seed = seed;
    }

    /** Returns when all is measured, the time is up, or the bench was interrupted. */
    public void run() throws InterruptedException {
        for (Optional<Campaign.Next> next = next(); next.isPresent(); next = next()) {
            listener.measuring(next.get(), elapsed(), campaign.timeLeft(elapsed()));
            long drawn = seed + campaign.repetitions() + 1;
            switch (bench.measure(next.get().setting().experiment(), drawn)) {
                case Bench.Outcome.Measured(Sample sample) -> {
                    campaign.add(next.get(), sample);
                    listener.measured(next.get(), sample);
                }
                case Bench.Outcome.Failed(String why) -> {
                    campaign.failed(next.get(), why);
                    listener.failed(next.get(), why);
                }
                case Bench.Outcome.Interrupted() -> campaign.stop();
            }
        }
    }

    public Duration elapsed() {
        return Duration.ofNanos(ticker.nanos() - began);
    }

    private Optional<Campaign.Next> next() {
        Optional<Campaign.Next> next = campaign.next(elapsed());
        for (; told < campaign.findings().size(); told++)
            listener.found(campaign.findings().get(told));
        return next;
    }
}
