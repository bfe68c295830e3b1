package interleave;

import interleave.state.Event;
import interleave.state.LabOrder;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/** The lab of the monitor: nothing of it is loaded before it is asked for. One thread, the user interface's. */
final class Lab implements AutoCloseable {
    private final BlockingQueue<Event> events;
    private Optional<LabThread> current = Optional.empty();

    Lab(BlockingQueue<Event> events) {
        this.events = events;
    }

    /** Never blocks. */
    void order(LabOrder order) {
        switch (order) {
            case LabOrder.Open() -> events.add(new Event.Lab(LabThread.listed()));
            case LabOrder.Run(var claims) -> current = Optional.of(LabThread.start(claims, events));
            case LabOrder.Stop() -> current.ifPresent(LabThread::interrupt);
        }
    }

    @Override
    public void close() {
        current.ifPresent(LabThread::interrupt);
    }
}
