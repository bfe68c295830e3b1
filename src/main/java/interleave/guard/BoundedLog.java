package interleave.guard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A log that a command appends to for weeks, and that is kept from filling the disk: when it has grown too large, its
 * newest part alone is kept. The command goes on writing to the same file, which it has open for appending. What it
 * writes in the moment between the two steps of a cut is lost. One thread.
 */
final class BoundedLog {
    static final int MOST_BYTES = 64 << 20;
    static final int KEPT_BYTES = 1 << 20;

    private final Path file;
    private final long most;
    private final int kept;

    /**
     * @param most so many bytes it may have
     * @param kept so many of its end, at most, are left by a cut
     */
    BoundedLog(Path file, long most, int kept) {
        this.file = file;
        this.most = most;
        this.kept = kept;
    }

    /** Cuts the file if it is too large; gives whether it was. */
    boolean cut() throws IOException {
        ByteBuffer end;
        long size;
        try (FileChannel whole = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            size = whole.size();
            if (size <= most) return false;
            end = ByteBuffer.allocate(kept);
            whole.position(Math.max(0, size - kept));
            while (end.hasRemaining() && whole.read(end) >= 0) continue;
            whole.truncate(0);
        }
        end.flip();
        fromALineOn(end);
        try (FileChannel log = FileChannel.open(file, StandardOpenOption.APPEND)) {
            log.write(ByteBuffer.wrap(("(" + (size - end.remaining()) + " bytes were cut off here)\n").getBytes()));
            while (end.hasRemaining()) log.write(end);
        }
        return true;
    }

    /** Leaves out the part of a line that stands at the begin, if there is a whole one behind it. */
    private static void fromALineOn(ByteBuffer text) {
        for (int at = text.position(); at < text.limit() - 1; at++) {
            if (text.get(at) != '\n') continue;
            text.position(at + 1);
            return;
        }
    }
}
