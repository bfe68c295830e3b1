package interleave.catalogue;

import interleave.kernel.SchedStat;
import interleave.task.Kind;
import interleave.task.TaskInfo;
import interleave.tasks.cpu.Burst;
import interleave.tasks.cpu.HashTask;
import interleave.tasks.cpu.ImageTask;
import interleave.tasks.file.Blocks;
import interleave.tasks.file.FileAsync;
import interleave.tasks.file.FileBlocking;
import interleave.tasks.http.FetchAndBlur;
import interleave.tasks.http.FetchAndBlurAsync;
import interleave.tasks.http.HttpAsync;
import interleave.tasks.http.HttpBlocking;
import interleave.tasks.serve.ServeBlocking;
import interleave.tasks.serve.ServeHall;
import interleave.tasks.shared.CounterAdder;
import interleave.tasks.shared.CounterAtomic;
import interleave.tasks.shared.CounterLock;
import interleave.tasks.shared.CounterRace;
import interleave.tasks.shared.Deadlock;
import interleave.tasks.wait.Handoff;
import interleave.tasks.wait.HandoffAsync;
import interleave.tasks.wait.TimerAsync;
import interleave.tasks.wait.TimerBlocking;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of tasks. Its factories are lambdas, which load a task when called; method references load it here. */
public final class Tasks {
    public static final List<TaskInfo> ALL = List.of(
            new TaskInfo(
                    "http",
                    Kind.WAITING,
                    "a request to a service that answers after a latency",
                    true,
                    true,
                    Map.of(),
                    setup -> new HttpBlocking(setup),
                    setup -> place -> new HttpAsync(setup, place.loop())),
            new TaskInfo(
                    "serve",
                    Kind.SERVING,
                    "an answer to the request of a client outside, and the wait for that request",
                    false,
                    false,
                    Map.of(),
                    setup -> new ServeBlocking(setup),
                    setup -> new ServeHall(setup)),
            new TaskInfo(
                    "file",
                    Kind.WAITING,
                    "a read of 4 KiB anywhere in a file, past the page cache",
                    false,
                    false,
                    Map.of(),
                    setup -> new FileBlocking(setup, Blocks.folders()),
                    setup -> place -> new FileAsync(setup, place.loop(), Blocks.folders())),
            new TaskInfo(
                    "timer",
                    Kind.WAITING,
                    "a wait of the latency",
                    false,
                    true,
                    Map.of(),
                    setup -> new TimerBlocking(setup),
                    setup -> place -> new TimerAsync(setup, place.loop())),
            TaskInfo.computing(
                    "image", Kind.COMPUTING, "the blur of a 256x256 tile", Map.of(), setup -> new ImageTask()),
            TaskInfo.computing("hash", Kind.COMPUTING, "SHA-256 of 64 KiB", Map.of(), setup -> new HashTask()),
            new TaskInfo(
                    "fetch-and-blur",
                    Kind.MIXED,
                    "a request to a service that answers after a latency, then the blur of a 256x256 tile",
                    true,
                    true,
                    Map.of(),
                    setup -> new FetchAndBlur(setup),
                    setup -> place -> new FetchAndBlurAsync(setup, place)),
            new TaskInfo(
                    "handoff",
                    Kind.EXCHANGING,
                    "a round trip between two parties that wake each other",
                    false,
                    false,
                    Map.of("single", "one thread has nobody to hand over to"),
                    setup -> new Handoff(setup),
                    setup -> place -> new HandoffAsync(place.loop())),
            TaskInfo.computing(
                    "counter-race",
                    Kind.CONTENDED,
                    "20,000 increments of one shared field, without protection",
                    Map.of(
                            "single", "one thread races with nobody",
                            "event-loop", "all increments are done by one thread, which races with nobody"),
                    setup -> new CounterRace()),
            TaskInfo.computing(
                    "counter-lock",
                    Kind.CONTENDED,
                    "20,000 increments of one shared field under a lock",
                    Map.of(),
                    setup -> new CounterLock()),
            TaskInfo.computing(
                    "counter-atomic",
                    Kind.CONTENDED,
                    "20,000 increments of one shared atomic number",
                    Map.of(),
                    setup -> new CounterAtomic()),
            TaskInfo.computing(
                    "counter-adder",
                    Kind.CONTENDED,
                    "20,000 increments of one shared number that is kept in several cells",
                    Map.of(),
                    setup -> new CounterAdder()),
            TaskInfo.computing(
                    "deadlock",
                    Kind.CONTENDED,
                    "a transfer under two locks, which are now and then taken in the opposite order",
                    Map.of(
                            "single", "one task at a time has nobody to wait for in a circle",
                            "event-loop", "one thread does one task after the other and finds both locks free"),
                    setup -> new Deadlock(setup)),
            TaskInfo.computing(
                    "burst",
                    Kind.CROWDED,
                    "arithmetic for a millisecond or two, with far more tasks at once than CPUs",
                    Map.of(),
                    setup -> new Burst(new SchedStat(Path.of("/proc")))));

    private Tasks() {}

    public static Optional<TaskInfo> named(String name) {
        for (TaskInfo task : ALL) if (task.name().equals(name)) return Optional.of(task);
        return Optional.empty();
    }
}
