package interleave.tasks.http;

import interleave.task.Fault;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Wrapping;
import interleave.tasks.cpu.ImageTask;

/** A request to the HTTP service, then the blur of a tile, by one thread. Only the request holds on to anything. */
final class FetchAndBlur extends Wrapping<Task.Blocking> implements Task.Blocking {
    private final Task.Blocking blur;

    FetchAndBlur(TaskSetup setup) {
        super(Bounded.blocking(setup));
        blur = new ImageTask(setup.settings().tile());
    }

    @Override
    public void call() throws Exception {
        task.call();
        blur.call();
    }

    @Override
    public boolean fail(Fault fault) throws Exception {
        return task.fail(fault);
    }
}
