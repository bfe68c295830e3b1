package interleave.tasks.file;

import interleave.task.Kind;
import interleave.task.TaskInfo;
import java.util.Optional;

/** The tasks that read files. */
public final class FileTasks {
    public static final TaskInfo FILE = TaskInfo.named(
                    "file", Kind.WAITING, "a read of 4 KiB anywhere in a file, past the page cache")
            .shows(
                    "single",
                    "one thread, one read at a time: it waits out each before the next",
                    "one read at a time: each is waited out")
            .shows(
                    "event-loop",
                    "Java's asynchronous channel is a pool: an OS thread waits for each read under way",
                    "a pool in disguise: an OS thread per read")
            .shows(
                    "promises",
                    "the same pool as under the event loop: an OS thread waits for each read under way",
                    "a pool in disguise: an OS thread per read")
            .shows(
                    "hybrid",
                    "nothing to compute, so as the event loop: an OS thread waits for each read under way",
                    "a pool in disguise: an OS thread per read")
            .shows(
                    "virtual",
                    "the JDK makes up for each carrier that waits for the disk: an OS thread for each read under way",
                    "carriers made up for: an OS thread per read")
            .forms(
                    setup -> new FileBlocking(setup, Blocks.folders()),
                    setup -> place -> new FileAsync(setup, place.loop(), Blocks.folders()));

    public static final TaskInfo FILE_CACHED = TaskInfo.named(
                    "file-cached",
                    Kind.WAITING,
                    "an ordinary read of 4 KiB anywhere in a file in the page cache; one in " + ColdPages.ONE_IN
                            + " comes from the disk")
            .shows(
                    "single",
                    "one thread, one read at a time: what a system call and a copy cost",
                    "what a system call and a copy cost")
            .shows(
                    "event-loop",
                    "Java's asynchronous channel is a pool of OS threads: its hand-over costs more than a read",
                    "a pool: its hand-over costs more than a read")
            .shows(
                    "promises",
                    "the same pool as under the event loop: its hand-over costs more than a read",
                    "a pool: its hand-over costs more than a read")
            .shows(
                    "hybrid",
                    "nothing to compute, so as the event loop: the hand-over costs more than a read",
                    "a pool: its hand-over costs more than a read")
            .shows(
                    "virtual",
                    "a read holds its carrier and nothing makes up for it: few kernel switches, few OS threads",
                    "a read holds its carrier: few switches")
            .shows(
                    "threads",
                    "an OS thread per task, creation included: it costs more than the read",
                    "a new thread costs more than the read")
            .shows(
                    "pool",
                    "{pool:OS thread}: what is in the cache is read without a wait",
                    "{pool:OS thread}: reads without a wait")
            .shows(
                    "work-stealing",
                    "{pool:OS thread} with a queue each: what is in the cache is read without a wait",
                    "{pool:OS thread}: reads without a wait")
            .forms(
                    setup -> new FileBlocking(setup, Blocks.folders(), Optional.of(new ColdPages())),
                    setup -> place ->
                            new FileAsync(setup, place.loop(), Blocks.folders(), Optional.of(new ColdPages())));

    private FileTasks() {}
}
