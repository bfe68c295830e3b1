package interleave.terminal;

import com.googlecode.lanterna.SGR;
import java.util.EnumSet;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lanterna's way to its first screen: its colours format texts, for which the JDK asks for the language of the user and
 * looks into every jar. A thread of its own does that, once. Any thread.
 */
// start-up: 20 ms, in which no key would be answered.
final class Lanterna {
    private final Executor threads;
    private final Runnable loading;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean ready;

    Lanterna() {
        this(load -> Thread.ofPlatform().daemon().name("lanterna").start(load), Lanterna::load);
    }

    Lanterna(Executor threads, Runnable loading) {
        this.threads = threads;
        this.loading = loading;
    }

    /** True if a screen can be made at once; if not, that is seen to from now on. */
    boolean ready() {
        if (!ready && begun.compareAndSet(false, true)) begin();
        return ready;
    }

    private void begin() {
        try {
            threads.execute(this::prepare);
        } catch (OutOfMemoryError e) {
            // The user may have no more threads. Then the picture waits.
            prepare();
        }
    }

    private void prepare() {
        try {
            loading.run();
            ready = true;
        } catch (LinkageError | ServiceConfigurationError e) {
            // The application folder has just been moved or replaced: pictures go without it.
        }
    }

    private static void load() {
        new Shade(Shades.BLANK, ' ', Hue.DEFAULT, EnumSet.noneOf(SGR.class));
    }
}
