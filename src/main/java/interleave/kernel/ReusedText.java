package interleave.kernel;

import java.io.IOException;

/**
 * Small files of the kernel, one after the other, each read in one piece into the same buffer: for whoever looks at
 * hundreds of them in a tick. One thread.
 */
final class ReusedText {
    /** Longer than any {@code status}. */
    private static final int BUFFER = 16 * 1024;

    private final FileCalls calls = new FileCalls(BUFFER);
    private final byte[] buffer = new byte[BUFFER];

    /**
     * The text of a file, valid until the next one is read.
     *
     * @throws Unreadable if there is no such file, or it may not be opened
     */
    Cursor of(String file) throws IOException {
        int descriptor = calls.open(file);
        int length = calls.read(descriptor, buffer);
        calls.close(descriptor);
        if (length < 0) throw Unreadable.malformed(file + " cannot be read");
        return new Cursor(file, buffer, length);
    }
}
