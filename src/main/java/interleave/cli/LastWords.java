package interleave.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A line on standard error that takes no memory when it is said, once. From any thread. */
enum LastWords {
    HEAP_FULL("interleave: " + heapFull() + "\n");

    private final byte[] line;
    private boolean said;

    @SuppressWarnings("resource") // The descriptor is the process's.
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);

    LastWords(String line) {
        this.line = line.getBytes(StandardCharsets.UTF_8);
    }

    static String heapFull() {
        return "out of memory: the heap of " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB is full";
    }

    /** Loads this class, and what ends a JVM: later there may be no room for that. */
    void makeReady() {
        Runtime.getRuntime().removeShutdownHook(new Thread("none"));
    }

    synchronized void say() {
        if (said) return;
        said = true;
        try {
            err.write(line);
        } catch (IOException e) {
            // Nobody listens.
        }
    }
}
