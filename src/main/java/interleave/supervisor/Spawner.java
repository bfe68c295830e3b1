package interleave.supervisor;

import interleave.run.RunId;
import interleave.spec.Workload;
import java.io.IOException;
import java.util.List;

/** Starts a child, and sees to it that what it says reaches the {@link Runs}. */
@FunctionalInterface
interface Spawner {
    ChildProcess spawn(RunId id, Workload workload, List<String> command) throws IOException;
}
