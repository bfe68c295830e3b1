package interleave.guard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.kernel.ProcessExit;
import interleave.kernel.ProcessTree;
import interleave.kernel.TreeEnd;
import interleave.wire.CommandLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;

/** Waits for the end of the guard's input, and has the command end with it, unless it was told to leave it. */
final class Input implements Runnable {
    private static final Path PROC = Path.of("/proc");

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
        // The thread that waits for the children sees them go, and ends this process before the last look.
        if (!leave) TreeEnd.of(PROC, tree::members);
        ProcessExit.atOnce(0);
    }
}
