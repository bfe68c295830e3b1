package interleave.tasks.file;

import interleave.task.Kind;
import interleave.task.TaskInfo;

/** The tasks that read files. */
public final class FileTasks {
    // start-up: lambdas, since a method reference would load the task here.
    public static final TaskInfo FILE = TaskInfo.named(
                    "file", Kind.WAITING, "a read of 4 KiB anywhere in a file, past the page cache")
            .forms(
                    setup -> new FileBlocking(setup, Blocks.folders()),
                    setup -> place -> new FileAsync(setup, place.loop(), Blocks.folders()));

    private FileTasks() {}
}
