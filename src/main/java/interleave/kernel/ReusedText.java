package interleave.kernel;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;

/**
 * Small files of the kernel, one after the other, each read in one piece into the same buffer: for whoever looks at
 * hundreds of them in a tick. One thread.
 */
final class ReusedText {
    /** Longer than any {@code status}. */
    private static final int BUFFER = 16 * 1024;

    private final byte[] buffer = new byte[BUFFER];

    /**
     * The text of a file, valid until the next one is read.
     *
     * @throws Unreadable if there is no such file, or it may not be opened
     */
    Cursor of(String file) throws IOException {
        try (FileInputStream in = new FileInputStream(file)) {
            return new Cursor(file, buffer, Math.max(0, in.read(buffer)));
        } catch (FileNotFoundException e) {
            throw Unreadable.missing(file + ": it does not exist");
        }
    }
}
