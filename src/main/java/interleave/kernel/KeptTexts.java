package interleave.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Small files of the kernel, of which those that were asked for last stay open: to read one again costs half of what it
 * costs to open, read and close it. Each is read in one piece into the same buffer. One thread.
 */
final class KeptTexts implements Closeable {
    /** Longer than any {@code status}. */
    private static final int BUFFER = 16 * 1024;

    private final FileCalls calls = new FileCalls(BUFFER);
    private final byte[] buffer = new byte[BUFFER];
    /** By name, as numbers of descriptors. The one that was asked for longest ago is first. */
    private final Map<String, Integer> open = new LinkedHashMap<>(16, 0.75f, true);

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
        Integer kept = open.get(file);
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

    private Cursor read(String file, int from) throws IOException {
        int length = calls.readAgain(from, buffer);
        if (length < 0) throw Unreadable.malformed(file + " cannot be read");
        return new Cursor(file, buffer, length);
    }

    private int opened(String file) throws IOException {
        int fresh = calls.open(file);
        open.put(file, fresh);
        if (open.size() > most) calls.close(open.remove(open.keySet().iterator().next()));
        return fresh;
    }

    /** Whatever it was of has ended. */
    void forget(String file) {
        Integer kept = open.remove(file);
        if (kept != null) calls.close(kept);
    }

    /** For tests: how many are open. */
    int size() {
        return open.size();
    }

    @Override
    public void close() {
        for (int descriptor : open.values()) calls.close(descriptor);
        open.clear();
    }
}
