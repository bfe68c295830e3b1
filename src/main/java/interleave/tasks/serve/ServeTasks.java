package interleave.tasks.serve;

import interleave.task.Kind;
import interleave.task.TaskInfo;

/** The tasks that answer clients. */
public final class ServeTasks {
    public static final TaskInfo SERVE = TaskInfo.named(
                    "serve",
                    Kind.SERVING,
                    "an answer to the request of a client outside, and the wait for that request")
            .doesTheWork()
            .forms(setup -> new ServeBlocking(setup, Seats.here()), setup -> new ServeHall(setup, Seats.here()));

    private ServeTasks() {}
}
