package interleave.tasks.http;

import interleave.task.Loopback;
import interleave.task.Unable;
import java.net.ConnectException;

/** Why a connection could not be made, in words for people. */
final class Connecting {
    private Connecting() {}

    static Throwable explained(Throwable why, int port) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (Loopback.isDown(cause)) return Loopback.down(why);
            // EADDRNOTAVAIL: all ephemeral ports are in use (connect(2)).
            if (message.contains("Cannot assign requested address"))
                return new Unable(
                        "no local port is free for one more connection: lower the concurrency or widen the range"
                                + " (sysctl net.ipv4.ip_local_port_range)",
                        why);
            if (cause instanceof ConnectException)
                return new Unable(
                        "no HTTP service answers at 127.0.0.1:" + port + " (" + message
                                + "): it has ended, or the port is wrong",
                        why);
            if (message.contains("Too many open files"))
                return new Unable(
                        "too many open files for one more connection: raise the limit (ulimit -n) or lower the"
                                + " concurrency",
                        why);
        }
        return why;
    }
}
