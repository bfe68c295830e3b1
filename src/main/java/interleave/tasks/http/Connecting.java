package interleave.tasks.http;

import interleave.kernel.Reason;
import interleave.task.Loopback;
import interleave.task.Unable;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;

/** Why a connection could not be made, in words for people. */
final class Connecting {
    private Connecting() {}

    /** @param foreign whether it is a server that is not ours */
    static Throwable explained(Throwable why, InetSocketAddress to, boolean foreign) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (Loopback.isDown(cause) && to.getAddress().isLoopbackAddress()) return Loopback.down(why);
            // EADDRNOTAVAIL: all ephemeral ports are in use (connect(2)).
            if (message.contains("Cannot assign requested address"))
                return new Unable(
                        "no local port is free for one more connection: lower the concurrency or widen the range"
                                + " (sysctl net.ipv4.ip_local_port_range)",
                        why);
            if (cause instanceof ConnectException) return new Unable(nobody(to, foreign, cause), why);
            if (message.contains("Too many open files"))
                return new Unable(
                        "too many open files for one more connection: raise the limit (ulimit -n) or lower the"
                                + " concurrency",
                        why);
        }
        return why;
    }

    private static String nobody(InetSocketAddress to, boolean foreign, Throwable why) {
        String reason = Reason.of(why);
        return foreign
                ? "no server answers at " + literal(to) + " (" + reason + "): it has ended, or the port is wrong"
                : "no HTTP service answers at 127.0.0.1:" + to.getPort() + " (" + reason
                        + "): it has ended, or the port is wrong";
    }

    /** As a URL has it. */
    static String literal(InetSocketAddress to) {
        String address = to.getAddress().getHostAddress();
        if (!(to.getAddress() instanceof Inet6Address)) return address + ":" + to.getPort();
        return "[" + (to.getAddress().isLoopbackAddress() ? "::1" : address) + "]:" + to.getPort();
    }
}
