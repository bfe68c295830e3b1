package interleave.spec;

import java.util.Optional;

/** The way of event loops' input and output: by which interface of the kernel they wait for many sockets at once. */
public enum Transport {
    IO_URING("io_uring"),
    EPOLL("epoll"),
    /** Of the JDK alone, which has epoll beneath it. */
    NIO("nio");

    /** As options, orders and results have it. */
    public final String key;

    Transport(String key) {
        this.key = key;
    }

    public static Optional<Transport> of(String key) {
        for (Transport transport : values()) if (transport.key.equals(key)) return Optional.of(transport);
        return Optional.empty();
    }
}
