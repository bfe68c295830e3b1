package interleave.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The use of several processes with that of their children that ended. Of those that were waited for the kernel adds
 * all to their parents' accounts ({@code cutime}, {@code cminflt} and so on, getrusage(2)), also of children that came
 * and went between two looks. Of others there is what was last seen of them. The greater of both is at least so much,
 * and all where every child is waited for. One thread.
 */
final class WaitedUse implements Closeable {
    private final Optional<ProcFile> above;
    private ProcessUse ofAbove = ProcessUse.NOTHING;
    private Optional<ProcessUse> before = Optional.empty();
    private ProcessUse all = ProcessUse.NOTHING;

    /** @param above the folder of the process that waits for those whose parents have ended; empty if nobody does */
    WaitedUse(Optional<Path> above) {
        this.above = above.map(folder -> new ProcFile(folder.resolve("stat")));
    }

    /**
     * The use of all so far, which never goes back.
     *
     * @param seen of those that live, and of those that ended what was last seen of them
     */
    ProcessUse of(ProcessUse seen, List<ProcessAccount.Sample> living) {
        ProcessUse waited = waitedByAbove();
        for (ProcessAccount.Sample each : living)
            waited = waited.plus(each.stat().ended())
                    .plus(new ProcessUse(
                            each.stat().minorFaults(),
                            each.stat().majorFaults(),
                            each.totals().cpuNanos()));
        // Whoever ended before the first look is nobody's use of now.
        if (before.isEmpty()) before = Optional.of(seen.minus(waited));
        all = all.atLeast(seen).atLeast(waited.plus(before.get()));
        return all;
    }

    private ProcessUse waitedByAbove() {
        try {
            if (above.isPresent()) ofAbove = PidStat.parse(above.get().read()).ended();
        } catch (IOException e) {
            // It is gone: nothing comes to what it had.
        }
        return ofAbove;
    }

    @Override
    public void close() throws IOException {
        if (above.isPresent()) above.get().close();
    }
}
