package interleave.tasks.http;

import interleave.task.ConnectionBound;
import interleave.task.Fault;
import interleave.task.Place;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Wrapping;
import io.netty.channel.EventLoop;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/** Requests of which no more are under way at once than a {@link ConnectionBound} allows, where there is one. */
final class Bounded {
    private Bounded() {}

    static Task.Blocking blocking(TaskSetup setup) {
        return new Blocking(new HttpBlocking(setup), setup.settings().connections());
    }

    static Task.Async async(TaskSetup setup, Place place) {
        return new Async(
                new HttpAsync(setup, place.loop()),
                setup.settings().connections(),
                place.loop().events());
    }

    private static final class Blocking extends Wrapping<Task.Blocking> implements Task.Blocking {
        private final ConnectionBound bound;

        Blocking(Task.Blocking task, ConnectionBound bound) {
            super(task);
            this.bound = bound;
        }

        @Override
        public void call() throws Exception {
            boolean bounded = bound.take();
            try {
                task.call();
            } finally {
                if (bounded) bound.giveBack();
            }
        }

        @Override
        public boolean fail(Fault fault) throws Exception {
            if (fault.path.isEmpty()) return false;
            boolean bounded = bound.take();
            try {
                return task.fail(fault);
            } finally {
                if (bounded) bound.giveBack();
            }
        }
    }

    private static final class Async extends Wrapping<Task.Async> implements Task.Async {
        private final ConnectionBound bound;
        private final EventLoop loop;

        Async(Task.Async task, ConnectionBound bound, EventLoop loop) {
            super(task);
            this.bound = bound;
            this.loop = loop;
        }

        @Override
        public void start(Completion done) {
            if (bound.bounds()) begin(new Turn(Optional.empty(), done));
            else task.start(done);
        }

        @Override
        public boolean fail(Fault fault, Completion done) {
            if (fault.path.isEmpty()) return false;
            if (!bound.bounds()) return task.fail(fault, done);
            begin(new Turn(Optional.of(fault), done));
            return true;
        }

        private void begin(Turn turn) {
            if (bound.ask(turn)) turn.begin();
        }

        /** One task: it waits for its turn, and gives that back when it ends. */
        private final class Turn implements Completion, ConnectionBound.Waiter {
            private final Optional<Fault> fault;
            private final Completion done;

            Turn(Optional<Fault> fault, Completion done) {
                this.fault = fault;
                this.done = done;
            }

            void begin() {
                if (fault.isEmpty()) task.start(this);
                else task.fail(fault.get(), this);
            }

            @Override
            public boolean granted() {
                try {
                    loop.execute(this::begin);
                    return true;
                } catch (RejectedExecutionException e) {
                    // The loop has ended: nobody waits for it.
                    return false;
                }
            }

            @Override
            public void completed() {
                bound.giveBack();
                done.completed();
            }

            @Override
            public void failed(Throwable why) {
                bound.giveBack();
                done.failed(why);
            }
        }
    }
}
