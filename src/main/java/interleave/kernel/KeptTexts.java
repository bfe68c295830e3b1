package interleave.kernel;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Small files of the kernel, of which those that were asked for last stay open: to read one again costs half of what it
 * costs to open, read and close it. Each is read in one piece into the same buffer. One thread.
 */
final class KeptTexts implements Closeable {
    /** Longer than any {@code status}. */
    private static final int BUFFER = 16 * 1024;

    private final byte[] buffer = new byte[BUFFER];
    /** The one that was asked for longest ago is first. */
    private final Map<String, RandomAccessFile> open = new LinkedHashMap<>(16, 0.75f, true);

    private final int most;

    /** @param most so many stay open */
    KeptTexts(int most) {
        this.most = most;
    }

    /**
     * The text of a file as it is now, valid until the next one is read.
     *
     * @throws Unreadable if there is no such file, or it may not be opened
     */
    Cursor of(String file) throws IOException {
        RandomAccessFile kept = open.get(file);
        if (kept != null) {
            try {
                return read(file, kept);
            } catch (IOException e) {
                // Whatever it was of has ended; there may be another of that name.
                forget(file);
            }
        }
        return read(file, opened(file));
    }

    private Cursor read(String file, RandomAccessFile from) throws IOException {
        from.seek(0);
        return new Cursor(file, buffer, Math.max(0, from.read(buffer)));
    }

    private RandomAccessFile opened(String file) throws IOException {
        try {
            RandomAccessFile fresh = new RandomAccessFile(file, "r");
            open.put(file, fresh);
            if (open.size() > most) close(open.remove(open.keySet().iterator().next()));
            return fresh;
        } catch (FileNotFoundException e) {
            throw Unreadable.missing(file + ": it does not exist");
        }
    }

    /** Whatever it was of has ended. */
    void forget(String file) {
        RandomAccessFile kept = open.remove(file);
        if (kept != null) close(kept);
    }

    /** For tests: how many are open. */
    int size() {
        return open.size();
    }

    private static void close(RandomAccessFile file) {
        try {
            file.close();
        } catch (IOException e) {
            // Its descriptor is gone either way.
        }
    }

    @Override
    public void close() {
        open.values().forEach(KeptTexts::close);
        open.clear();
    }
}
