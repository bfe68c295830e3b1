package interleave.supervisor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A child that does nothing but remember what was done to it. */
final class FakeChild implements ChildProcess {
    private final long pid;
    final List<String> command;
    boolean inputEnded;
    boolean killed;
    private final ByteArrayOutputStream orders = new ByteArrayOutputStream() {
        @Override
        public void close() {
            inputEnded = true;
        }
    };

    FakeChild(long pid, List<String> command) {
        this.pid = pid;
        this.command = command;
    }

    String ordersSoFar() {
        return orders.toString(StandardCharsets.UTF_8);
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public OutputStream orders() {
        return orders;
    }

    @Override
    public InputStream messages() {
        return InputStream.nullInputStream();
    }

    @Override
    public InputStream words() {
        return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() {
        return 0;
    }

    @Override
    public void kill() {
        killed = true;
    }

    static IOException refused() {
        return new IOException("Cannot run program \"java\": error=11, Resource temporarily unavailable");
    }
}
