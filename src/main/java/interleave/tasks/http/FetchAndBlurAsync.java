package interleave.tasks.http;

import interleave.task.Computed;
import interleave.task.Fault;
import interleave.task.Place;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Wrapping;
import interleave.tasks.cpu.ImageTask;

/**
 * A request to the HTTP service on the event loop, then the blur of a tile where the place computes. On the loop itself
 * everybody waits for it. Only the request holds on to anything.
 */
final class FetchAndBlurAsync extends Wrapping<Task.Async> implements Task.Async {
    private final Task.Async blur;

    FetchAndBlurAsync(TaskSetup setup, Place place) {
        super(Bounded.async(setup, place));
        blur = new Computed(new ImageTask(setup.settings().tile()), place, true);
    }

    @Override
    public void start(Completion done) {
        task.start(new Completion() {
            @Override
            public void completed() {
                blur.start(done);
            }

            @Override
            public void failed(Throwable why) {
                done.failed(why);
            }
        });
    }

    @Override
    public boolean fail(Fault fault, Completion done) {
        return task.fail(fault, done);
    }
}
