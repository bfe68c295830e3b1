package interleave.terminal;

import interleave.screen.Key;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Reads keys on a thread of its own, which sleeps in the kernel until one comes. It waits without reading, so that what
 * is typed after the terminal was given back stays for the shell.
 */
final class KeyReader {
    /** How long the rest of a sequence may take on its way; so long does a lone ESC wait. */
    private static final int SPLIT_MILLIS = 50;

    private static final int FOREVER = -1;

    private final InputStream in;
    private final IntPredicate readable;
    private final BooleanSupplier wanted;
    private final KeyDecoder decoder;
    private final Runnable ended;

    /**
     * @param readable whether a read gives something, if only an error, within this number of milliseconds; -1 is forever
     * @param wanted asked before each read; once it says no, nothing is read or told any more
     * @param ended told once, after the last key: the end of input, or an error, which is what a lost terminal gives
     */
    KeyReader(InputStream in, IntPredicate readable, BooleanSupplier wanted, Consumer<Key> keys, Runnable ended) {
        this.in = in;
        this.readable = readable;
        this.wanted = wanted;
        this.decoder = new KeyDecoder(keys);
        this.ended = ended;
    }

    void start() {
        Thread.ofPlatform().name("terminal-keys").daemon().start(this::work);
    }

    private void work() {
        byte[] bytes = new byte[1024];
        try {
            while (readable.test(FOREVER) && wanted.getAsBoolean()) {
                int count = in.read(bytes);
                if (count < 0) break;
                decoder.accept(bytes, count);
                if (decoder.pending() && !readable.test(SPLIT_MILLIS)) decoder.settle();
            }
        } catch (IOException e) {
            // EIO: the other side of the terminal is closed.
        }
        if (wanted.getAsBoolean()) ended.run();
    }
}
