package interleave.tasks.http;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts connections: those that were opened, and of them those in place of one that the server had closed. */
final class Connections {
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();

    /** One more is opened. Gives how many there have been. */
    int open() {
        if (ended.get() > 0 && ended.getAndUpdate(count -> Math.max(0, count - 1)) > 0) again.incrementAndGet();
        return opened.incrementAndGet();
    }

    /** The server closed one, or said that it would, after an answer or while it waited for a request. */
    void endedByServer() {
        ended.incrementAndGet();
    }

    /** @param foreign whether the server is not ours, so that it may close what it likes */
    Map<String, Double> extra(boolean foreign) {
        double all = opened.get();
        return foreign
                ? Map.of("connections_opened", all, "reconnects", again.doubleValue())
                : Map.of("connections_opened", all);
    }
}
