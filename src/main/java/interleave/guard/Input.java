package interleave.guard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.kernel.ProcessExit;
import interleave.kernel.ProcessTree;
import interleave.kernel.Signals;
import interleave.wire.CommandLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for the end of the guard's input, and has the command end with it, unless it was told to leave it. */
final class Input implements Runnable {
    /** For the command to end in order. */
    private static final long ORDERLY_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** A tree that starts processes faster than they are killed is given up after so many looks. */
    private static final int MOST_LOOKS = 50;

    private final InputStream in;
    private final ProcessTree tree;

    Input(InputStream in, ProcessTree tree) {
        this.in = in;
        this.tree = tree;
    }

    @Override
    public void run() {
        boolean leave = false;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine())
                leave |= line.equals(CommandLines.LEAVE);
        } catch (IOException e) {
            // It is as good as ended.
        }
        if (!leave) end();
        ProcessExit.atOnce(0);
    }

    /** The thread that waits for the children sees them go, and ends this process before the last look. */
    private void end() {
        List<Integer> members = tree.members();
        members.forEach(pid -> Signals.send(pid, Signals.TERM));
        // One that was stopped hears it when it goes on.
        members.forEach(pid -> Signals.send(pid, Signals.CONTINUE));
        long deadline = System.nanoTime() + ORDERLY_NANOS;
        while (!tree.members().isEmpty() && System.nanoTime() < deadline) LockSupport.parkNanos(LOOK_NANOS);
        for (int look = 0; look < MOST_LOOKS; look++) {
            List<Integer> left = tree.members();
            if (left.isEmpty()) return;
            left.forEach(pid -> Signals.send(pid, Signals.KILL));
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
