package interleave.execution;

import interleave.spec.Knob;
import interleave.task.Kind;
import interleave.task.Task;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * A virtual thread for each task. The one that ends begins the next, as a server's accepting thread would. Failures are
 * caught where the task was called. All threads live in one scope, which interrupts them when it is closed.
 */
public final class VirtualModel implements Model {
    private final ThreadFactory threads = Thread.ofVirtual().factory();
    private final Task.Blocking task;
    private final boolean keepsThreads;
    private final Consumer<String> findings;
    private final ThreadScope scope = new ThreadScope();
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private Optional<Integer> carriersBefore = Optional.empty();

    public VirtualModel(TaskInfo task, TaskSetup setup, Map<Knob, Long> knobs) {
        this.findings = setup.findings();
        this.task = task.blocking().apply(setup.with(threads));
        this.keepsThreads = task.kind() == Kind.EXCHANGING;
        knobs.forEach(this::tune);
    }

    @Override
    public List<? extends Task> tasks() {
        return List.of(task);
    }

    @Override
    public void run(TaskSlot slot) {
        Chain chain = new Chain(slot);
        scope.enter(chain);
        begin(chain);
    }

    private void begin(Chain chain) {
        begun.increment();
        scope.start(chain, threads.newThread(chain));
    }

    /** The scheduler is the JVM's: its former size comes back when the model is closed. */
    @Override
    public void tune(Knob knob, long value) {
        if (knob != Knob.CARRIERS) return;
        if (carriersBefore.isEmpty()) carriersBefore = Optional.of(CarrierPool.size());
        resize((int) value);
        CarrierPool.tooMany((int) value).ifPresent(findings);
    }

    private static void resize(int carriers) {
        try {
            CarrierPool.resize(carriers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long virtualThreads() {
        long endedBefore = ended.sum();
        return begun.sum() - endedBefore;
    }

    @Override
    public void close() {
        scope.close();
        carriersBefore.ifPresent(VirtualModel::resize);
    }

    private final class Chain extends ThreadScope.Chain {
        private final TaskSlot slot;

        Chain(TaskSlot slot) {
            this.slot = slot;
        }

        @Override
        public void run() {
            try {
                boolean another;
                do another = slot.once(task);
                while (another && keepsThreads);
                if (another) begin(this);
                else scope.leave(this);
            } catch (Throwable e) {
                slot.lost(e);
            } finally {
                ended.increment();
            }
        }
    }
}
