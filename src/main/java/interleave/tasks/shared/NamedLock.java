package interleave.tasks.shared;

import java.util.concurrent.locks.ReentrantLock;

/** A lock that says who holds it and who waits for it, which {@link ReentrantLock} keeps to its heirs. */
final class NamedLock extends ReentrantLock {
    private final transient String name;

    NamedLock(String name) {
        this.name = name;
    }

    /** Null if nobody holds it. */
    Thread holder() {
        return getOwner();
    }

    @Override
    public String toString() {
        return name;
    }
}
