package interleave.task;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Things that can be used again, the last returned first: it is the warmest. A Treiber stack; nobody ever waits. */
public final class IdleStack<T> {
    /** Never used twice, so that a stack that looks unchanged is unchanged. */
    private record Node<T>(T item, Node<T> below) {}

    private final AtomicReference<Node<T>> top = new AtomicReference<>();

    public void push(T item) {
        Node<T> below;
        do below = top.get();
        while (!top.compareAndSet(below, new Node<>(item, below)));
    }

    public Optional<T> pop() {
        Node<T> node;
        do {
            node = top.get();
            if (node == null) return Optional.empty();
        } while (!top.compareAndSet(node, node.below));
        return Optional.of(node.item);
    }
}
