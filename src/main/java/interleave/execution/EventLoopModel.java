package interleave.execution;

import interleave.task.Loop;
import interleave.task.Task;
import java.util.List;

/** One thread for all tasks, which gets their ends as callbacks. */
final class EventLoopModel implements Model {
    private final Task.Async task;
    private final Loop loop;

    /** @param loop is closed together with the model */
    EventLoopModel(Task.Async task, Loop loop) {
        this.task = task;
        this.loop = loop;
    }

    @Override
    public List<? extends Task> tasks() {
        return List.of(task);
    }

    @Override
    public void run(Slot slot) {
        loop.events().execute(new Chain(slot));
    }

    @Override
    public void close() {
        loop.close();
    }

    /** Tasks that end within {@code start} follow each other in a loop, those that end later by recursion of depth one. */
    private final class Chain implements Runnable, Task.Completion {
        private final Slot slot;
        private boolean starting;
        private boolean another;

        Chain(Slot slot) {
            this.slot = slot;
        }

        @Override
        public void run() {
            do {
                another = false;
                starting = true;
                begin();
                starting = false;
            } while (another);
        }

        private void begin() {
            slot.begin();
            try {
                task.start(this);
            } catch (Throwable e) {
                failed(e);
            }
        }

        @Override
        public void completed() {
            follow(slot.completed());
        }

        @Override
        public void failed(Throwable why) {
            follow(slot.failed(why));
        }

        private void follow(boolean follows) {
            another = follows;
            if (follows && !starting) run();
        }
    }
}
