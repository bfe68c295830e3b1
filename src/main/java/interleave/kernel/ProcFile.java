package interleave.kernel;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A small file of /proc, /sys or a cgroup that is kept open and read from its start each time. The whole text comes out
 * of one {@code read(2)}, so that its numbers are of one instant. One thread.
 */
final class ProcFile implements Closeable {
    private static final int FIRST_SIZE = 4096;

    private final Path path;
    private final String name;
    private Optional<RandomAccessFile> file = Optional.empty();
    private byte[] buffer = new byte[FIRST_SIZE];

    ProcFile(Path path) {
        this.path = path;
        this.name = path.toString();
    }

    /** The text of now; valid until the next call. A file that failed is opened anew by the next call. */
    Cursor read() throws IOException {
        if (file.isEmpty()) file = Optional.of(open());
        try {
            int length = fill(file.get());
            return new Cursor(name, buffer, length);
        } catch (IOException e) {
            close();
            throw Unreadable.of(name, "read", e);
        }
    }

    private int fill(RandomAccessFile open) throws IOException {
        while (true) {
            open.seek(0);
            int length = Math.max(0, open.read(buffer));
            if (length < buffer.length) return length;
            buffer = new byte[buffer.length * 2];
        }
    }

    private RandomAccessFile open() throws IOException {
        try {
            return new RandomAccessFile(path.toFile(), "r");
        } catch (FileNotFoundException e) {
            if (!Files.exists(path)) throw Unreadable.missing(name + ": it does not exist");
            throw Unreadable.refused(name, e);
        }
    }

    @Override
    public void close() throws IOException {
        Optional<RandomAccessFile> open = file;
        file = Optional.empty();
        if (open.isPresent()) open.get().close();
    }
}
