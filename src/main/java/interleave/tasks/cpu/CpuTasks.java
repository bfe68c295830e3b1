package interleave.tasks.cpu;

import interleave.kernel.ThreadWait;
import interleave.spec.Proves.Question;
import interleave.task.Kind;
import interleave.task.TaskInfo;
import java.nio.file.Path;

/** The tasks that compute. */
public final class CpuTasks {
    public static final TaskInfo IMAGE = TaskInfo.named(
                    "image", Kind.COMPUTING, "the blur of a {tile_px}x{tile_px} tile")
            .proves(Question.SPEED_UP)
            .blursATile()
            .computes(setup -> new ImageTask(setup.settings().tile()));

    public static final TaskInfo HASH = TaskInfo.named("hash", Kind.COMPUTING, "SHA-256 of 64 KiB")
            .proves(Question.SPEED_UP)
            .computes(setup -> new HashTask());

    public static final TaskInfo BURST = TaskInfo.named(
                    "burst", Kind.CROWDED, "arithmetic for a millisecond or two, with far more tasks at once than CPUs")
            .proves(Question.CPU_WAIT)
            .computes(setup -> new Burst(new ThreadWait(Path.of("/proc"))));

    private CpuTasks() {}
}
