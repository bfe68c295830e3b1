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
    private static final int AT_ONCE = 0;

    private final InputStream in;
    private final IntPredicate readable;
    private final BooleanSupplier wanted;
    private final PasteGuard guard;
    private final AnswerFilter filter;
    private final Runnable ended;

    /**
     * @param readable whether a read gives something, if only an error, within this number of milliseconds; -1 is
     *     forever
     * @param wanted asked before each read; once it says no, nothing is read or told any more
     * @param brackets told of the terminal's answers, which are no keys
     * @param pasted told of each paste, which is dropped
     * @param ended told once, after the last key: the end of input, or an error, which is what a lost terminal gives
     */
    KeyReader(
            InputStream in,
            IntPredicate readable,
            BooleanSupplier wanted,
            PasteBrackets brackets,
            Consumer<Key> keys,
            Runnable pasted,
            Runnable ended) {
        this.in = in;
        this.readable = readable;
        this.wanted = wanted;
        this.guard = new PasteGuard(brackets, keys, pasted);
        this.filter = new AnswerFilter(brackets, new KeyDecoder(guard));
        this.ended = ended;
    }

    void start() {
        Thread.ofPlatform().name("terminal-keys").daemon().start(this::work);
    }

    private void work() {
        byte[] bytes = new byte[4096];
        try {
            while (await() && wanted.getAsBoolean()) {
                int count = readAll(bytes);
                if (count < 0) break;
                filter.accept(bytes, count);
            }
        } catch (IOException e) {
            // EIO: the other side of the terminal is closed.
        }
        if (wanted.getAsBoolean()) ended.run();
    }

    /** Until something can be read; what has begun is settled where its time is over. */
    private boolean await() {
        while (true) {
            int begun = filter.patience();
            int patience = begun >= 0 ? begun : guard.patience();
            if (readable.test(patience)) return true;
            if (patience < 0 || !wanted.getAsBoolean()) return false;
            filter.settle();
            guard.settle();
        }
    }

    /** All that is there, so that how the kernel cuts it makes less of a difference. */
    private int readAll(byte[] bytes) throws IOException {
        int count = read(bytes, 0);
        while (count > 0 && count < bytes.length && readable.test(AT_ONCE)) {
            int more = read(bytes, count);
            if (more <= 0) break;
            count += more;
        }
        return count;
    }

    /** Gives 0 where a non-blocking terminal has nothing after all, because somebody else has read it meanwhile. */
    private int read(byte[] bytes, int from) throws IOException {
        try {
            return in.read(bytes, from, bytes.length - from);
        } catch (IOException e) {
            if (readable.test(AT_ONCE)) throw e;
            return 0;
        }
    }
}
