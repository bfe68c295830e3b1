package interleave.kernel;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The watch over connections that find the queue of a listening socket full. The kernel drops such a one without a
 * word, and the client's kernel repeats it after a second, then two, then four (tcp(7)): a response time of seconds
 * that no server took. The queue is as long as {@code net.core.somaxconn} at most. The count is that of all sockets of
 * this network namespace ({@code ListenOverflows} of {@code /proc/net/netstat}). One thread at a time.
 */
public final class ListenQueue {
    private static final String PREFIX = "TcpExt:";
    private static final String COUNTER = "ListenOverflows";

    private final Path proc;
    private final OptionalLong before;
    private long last;
    private boolean told;

    /** Counts from now on. */
    public ListenQueue(Path proc) {
        this.proc = proc;
        this.before = overflows();
        this.last = before.orElse(0);
    }

    /** The number of connections that may wait; empty where the kernel does not tell. */
    public static OptionalLong longest(Path proc) {
        try {
            return OptionalLong.of(Long.parseLong(
                    KernelText.orNothing(proc.resolve("sys/net/core/somaxconn")).strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Tells people once, as soon as the count has grown and grows no further. */
    public void tell(Consumer<String> findings) {
        OptionalLong now = overflows();
        if (told || before.isEmpty() || now.isEmpty()) return;
        long since = now.getAsLong() - before.getAsLong();
        boolean grows = now.getAsLong() != last;
        last = now.getAsLong();
        if (since <= 0 || grows) return;
        told = true;
        findings.accept(String.format(
                java.util.Locale.ROOT,
                "%,d times a connection found the queue of its server full and had to be tried again, seconds later:"
                        + " response times hold that wait. The sysctl net.core.somaxconn is %,d: raise it, or lower the"
                        + " load",
                since,
                longest(proc).orElse(0)));
    }

    private OptionalLong overflows() {
        return overflows(KernelText.orNothing(proc.resolve("self/net/netstat")));
    }

    /** Of two lines for each family of counters: names, then values. */
    static OptionalLong overflows(String netstat) {
        Optional<String[]> names = Optional.empty();
        for (String line : netstat.lines().toList()) {
            if (!line.startsWith(PREFIX)) continue;
            String[] words = line.split(" ");
            if (names.isEmpty()) names = Optional.of(words);
            else return value(names.get(), words);
        }
        return OptionalLong.empty();
    }

    private static OptionalLong value(String[] names, String[] values) {
        for (int i = 0; i < Math.min(names.length, values.length); i++)
            if (names[i].equals(COUNTER)) return OptionalLong.of(Long.parseLong(values[i]));
        return OptionalLong.empty();
    }
}
