package interleave.probe;

import interleave.metric.Closeup;
import interleave.metric.Readings;
import interleave.metric.Ticker;
import interleave.spec.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Samples the machine on a thread of its own: at the start, 250 ms and 500 ms after it, and from then on at the
 * interval. Probes that are slow to start are started after the second sample has been posted.
 */
public final class Sampler implements AutoCloseable {
    sealed interface Order {
        record Every(Duration interval) implements Order {}

        /** Something else is wanted of the processes. */
        record Look(Consumer<ProcessWatch> change) implements Order {}

        record Stop() implements Order {}
    }

    /** Waits for an order, but no longer than so many nanoseconds. */
    @FunctionalInterface
    interface Orders {
        Optional<Order> await(long nanos) throws InterruptedException;
    }

    private final LinkedBlockingQueue<Order> inbox = new LinkedBlockingQueue<>();
    private final Sampling sampling;
    private final Ticker ticker;
    private final Consumer<Readings> consumer;
    private final Consumer<Closeup> closeups;
    private final Duration interval;

    /** For whoever gives no orders but the pace. */
    public Sampler(Sampling sampling, Ticker ticker, Duration interval, Consumer<Readings> consumer) {
        this(sampling, ticker, interval, consumer, closeup -> {});
    }

    /**
     * @param consumer is called on the sampler's thread and should not block it
     * @param closeups the same, of what somebody wants to see closely between two ticks
     */
    public Sampler(
            Sampling sampling,
            Ticker ticker,
            Duration interval,
            Consumer<Readings> consumer,
            Consumer<Closeup> closeups) {
        this.closeups = closeups;
        this.sampling = sampling;
        this.ticker = ticker;
        this.interval = within(interval);
        this.consumer = consumer;
    }

    /** Begins to sample. Called once. */
    public void start() {
        Thread.ofPlatform().daemon().name("sampler").start(this::run);
    }

    /** From now on samples at another interval, brought within the bounds; any thread. Takes effect at once. */
    public void interval(Duration interval) {
        inbox.add(new Order.Every(within(interval)));
    }

    /** Has something else looked at from now on; any thread. A first look at it is told at once. */
    public void look(Consumer<ProcessWatch> change) {
        inbox.add(new Order.Look(change));
    }

    /** Ends the thread after the sample it may be in; any thread, without waiting for it. */
    @Override
    public void close() {
        inbox.add(new Order.Stop());
    }

    private void run() {
        try {
            loop(nanos -> Optional.ofNullable(inbox.poll(nanos, TimeUnit.NANOSECONDS)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void loop(Orders orders) throws InterruptedException {
        Schedule schedule = Schedule.starting(ticker.nanos(), interval.toNanos());
        for (int ticks = 0; ; ) {
            Optional<Order> order = orders.await(Math.max(0, schedule.due() - ticker.nanos()));
            if (order.isPresent()) {
                // start-up: no switch over types
                if (order.get() instanceof Order.Stop) return;
                if (order.get() instanceof Order.Every(Duration every))
                    schedule = schedule.every(every.toNanos(), ticker.nanos());
                if (order.get() instanceof Order.Look(var change)) closeups.accept(sampling.look(change));
            } else {
                consumer.accept(sampling.tick());
                if (++ticks == 2) sampling.startSlow();
                schedule = schedule.next(ticker.nanos());
            }
        }
    }

    private static Duration within(Duration interval) {
        if (interval.compareTo(Limits.SHORTEST_INTERVAL) < 0) return Limits.SHORTEST_INTERVAL;
        return interval.compareTo(Limits.LONGEST_INTERVAL) > 0 ? Limits.LONGEST_INTERVAL : interval;
    }
}
