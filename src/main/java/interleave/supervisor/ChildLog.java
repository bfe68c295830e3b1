package interleave.supervisor;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The log of one child's standard error, in a file of at most {@value #LARGEST} bytes. Used by one thread. */
final class ChildLog implements Closeable {
    static final int LARGEST = 1 << 20;

    private final ChildLogs logs;
    private final Path file;
    private Optional<OutputStream> out = Optional.empty();
    private long size;

    ChildLog(ChildLogs logs, Path file) {
        this.logs = logs;
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Writes a line, if there is still room for it. */
    void write(String line) throws IOException {
        if (out.isEmpty()) {
            logs.makeRoom();
            out = Optional.of(Files.newOutputStream(file));
        }
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        if (size + bytes.length <= LARGEST) out.get().write(bytes);
        size += bytes.length;
    }

    @Override
    public void close() throws IOException {
        if (out.isPresent()) out.get().close();
    }
}
