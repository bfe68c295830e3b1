package interleave.service;

import interleave.execution.Tally;
import interleave.metric.Ticker;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Holds answers back until their time. The latency is the same for all, those that wait when it changes included, so
 * they come due in the order in which they came in: a queue is all it takes, and no answer overtakes another of its
 * connection. Belongs to the event loop, but for the two numbers.
 */
final class Answers {
    /** The loop wakes on a grid of this width, so that many answers share one wake-up. None is early. */
    private static final long GRID_NANOS = TimeUnit.MICROSECONDS.toNanos(250);

    private record Answer(ServiceConnection client, ByteBuf bytes, boolean last, long askedNanos) {}

    private final EventLoop loop;
    private final Ticker ticker;
    private final Tally.Stripe stripe;
    private final ArrayDeque<Answer> waiting = new ArrayDeque<>();
    private long latencyNanos;
    private Optional<Future<?>> wakeUp = Optional.empty();
    private volatile int inFlight;
    private volatile int inFlightPeak;

    Answers(EventLoop loop, long latencyNanos, Ticker ticker, Tally.Stripe stripe) {
        this.loop = loop;
        this.latencyNanos = latencyNanos;
        this.ticker = ticker;
        this.stripe = stripe;
    }

    /** Goes on with another latency, at once. */
    void latency(long nanos) {
        latencyNanos = nanos;
        wakeUp.ifPresent(future -> future.cancel(false));
        due();
    }

    int inFlight() {
        return inFlight;
    }

    int inFlightPeak() {
        return inFlightPeak;
    }

    /**
     * Sends an answer once it is due.
     *
     * @param last whether the connection is closed after it
     */
    void send(ServiceConnection client, ByteBuf bytes, boolean last) {
        stripe.started();
        Answer answer = new Answer(client, bytes, last, ticker.nanos());
        if (latencyNanos == 0) {
            write(answer);
            return;
        }
        waiting.add(answer);
        count();
        if (wakeUp.isEmpty()) schedule(ticker.nanos());
    }

    private void count() {
        inFlight = waiting.size();
        if (waiting.size() > inFlightPeak) inFlightPeak = waiting.size();
    }

    private void schedule(long now) {
        long due = waiting.element().askedNanos + latencyNanos;
        long wake = Math.ceilDiv(due, GRID_NANOS) * GRID_NANOS;
        wakeUp = Optional.of(loop.schedule(this::due, wake - now, TimeUnit.NANOSECONDS));
    }

    private void due() {
        wakeUp = Optional.empty();
        long now = ticker.nanos();
        for (Answer next = waiting.peek();
                next != null && now - next.askedNanos >= latencyNanos;
                next = waiting.peek()) {
            waiting.remove();
            // Before the client can know: who has its answer is not in flight any more.
            count();
            write(next);
            next.client.flush();
        }
        if (!waiting.isEmpty()) schedule(now);
    }

    /** A client that went away makes its answer a failed one. */
    private void write(Answer answer) {
        if (!answer.client.isActive()) {
            answer.bytes.release();
            stripe.failed();
            return;
        }
        long took = ticker.nanos() - answer.askedNanos;
        stripe.completed(took, took);
        answer.client.write(answer.bytes, answer.last);
    }
}
