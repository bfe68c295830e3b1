package interleave.tasks.lab;

import interleave.task.NettyLoop;
import interleave.task.Task;
import interleave.task.TaskSetup;
import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The same question, asked by a callback, which is given the error. */
final class ErrorsAsync implements Task.Async {
    private final Traces traces = new Traces();
    private final LongSupplier latencyNanos;
    private final EventLoop loop;

    ErrorsAsync(TaskSetup setup, NettyLoop loop) {
        latencyNanos = setup.latencyNanos();
        this.loop = loop.events();
    }

    @Override
    public void start(Completion done) {
        ask(error -> {
            traces.look(error, ErrorsAsync.class);
            done.completed();
        });
    }

    /** Its name is what is looked for. */
    private void ask(Consumer<Throwable> told) {
        loop.schedule(() -> answer(told), latencyNanos.getAsLong(), TimeUnit.NANOSECONDS);
    }

    private static void answer(Consumer<Throwable> told) {
        told.accept(new IllegalStateException("no answer"));
    }

    @Override
    public Map<String, Double> extra() {
        return traces.extra();
    }

    /** Holds nothing: its waits end with the loop. */
    @Override
    public void close() {}
}
