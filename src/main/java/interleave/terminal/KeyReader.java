package interleave.terminal;

import interleave.screen.Key;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** Reads keys on a thread of its own, which sleeps in the kernel until one comes. */
final class KeyReader {
    /** How long the rest of a sequence may take on its way; so long does a lone ESC wait. */
    private static final int SPLIT_MILLIS = 50;

    private final InputStream in;
    private final IntPredicate more;
    private final KeyDecoder decoder;
    private final Runnable ended;

    /**
     * @param more whether more input comes within this number of milliseconds
     * @param ended told once, after the last key: the end of input, or an error, which is what a lost terminal gives
     */
    KeyReader(InputStream in, IntPredicate more, Consumer<Key> keys, Runnable ended) {
        this.in = in;
        this.more = more;
        this.decoder = new KeyDecoder(keys);
        this.ended = ended;
    }

    void start() {
        Thread.ofPlatform().name("terminal-keys").daemon().start(this::work);
    }

    private void work() {
        byte[] bytes = new byte[1024];
        try {
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                decoder.accept(bytes, count);
                if (decoder.pending() && !more.test(SPLIT_MILLIS)) decoder.settle();
            }
        } catch (IOException e) {
            // EIO: the other side of the terminal is closed.
        }
        ended.run();
    }
}
