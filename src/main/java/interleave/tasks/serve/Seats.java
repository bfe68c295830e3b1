package interleave.tasks.serve;

import interleave.kernel.ProcessLimits;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The room for clients of one server: the descriptors that the system allows, without those that the process itself
 * needs now and then. A server that gave them all to clients could load no library and read no file any more, and would
 * fail with the run. Safe from any thread.
 */
public final class Seats {
    /** For as many as there are descriptors: who owns it fails when they are used up. */
    public static final int ALL = Integer.MAX_VALUE;

    /** Libraries, pipes and loops, of which 24 were seen, and clients that a door had let in before it was shut. */
    private static final long OWN = 64;

    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    public Seats(int most) {
        this.most = most;
    }

    /** Of this process. */
    static Seats here() {
        return new Seats(of(ProcessLimits.read(Path.of("/")).files()));
    }

    /** @param files that may be open at once: of few, a quarter is for clients */
    static int of(long files) {
        return (int) Math.min(ALL, Math.max(files - OWN, Math.max(1, files / 4)));
    }

    /** One client more, who is let in already. */
    void take() {
        taken.incrementAndGet();
    }

    /** One client less. */
    void leave() {
        taken.decrementAndGet();
    }

    /** False if the next client has to wait until another leaves. */
    boolean free() {
        return taken.get() < most;
    }

    /** That they are all taken, for people. */
    String taken() {
        return most + " are in, and the rest of the open files that are allowed is the run's own";
    }
}
