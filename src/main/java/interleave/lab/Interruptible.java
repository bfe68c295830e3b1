package interleave.lab;

import java.util.Optional;

/** Measurements that can be ended before they are complete. From any thread, and without waiting. */
public interface Interruptible {
    /** @param name of what wants the end, as in {@code SIGINT} */
    void interrupt(String name);

    /** The name of what interrupted it; empty if nothing did. */
    Optional<String> signal();
}
