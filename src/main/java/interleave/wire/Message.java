package interleave.wire;

import interleave.run.Frame;

/** One line from a child process to the one that started it. */
public sealed interface Message {
    /**
     * The first line: the child is up.
     *
     * @param port where it listens on loopback; 0 if it does not
     * @param transport how it does its input and output: {@code io_uring}, {@code epoll}, {@code nio}, {@code
     *     blocking}, {@code pool} or empty
     */
    record Hello(long pid, int port, String transport) implements Message {}

    record Report(Frame frame) implements Message {}

    /** Something found out about the run that people should know of; it goes on. One plain sentence. */
    record Finding(String words) implements Message {}

    /**
     * A change while it runs that cannot be done: the run goes on as it was.
     *
     * @param refused the order
     * @param inForce what holds in place of it, as an order of the same kind
     * @param words why, in one plain sentence
     */
    record Refused(Order refused, Order inForce, String words) implements Message {}

    /** The child cannot go on; {@code words} say why in one plain sentence. It then ends. */
    record Fault(String words) implements Message {}
}
