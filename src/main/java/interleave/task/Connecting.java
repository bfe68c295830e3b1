package interleave.task;

import java.net.ConnectException;

/** Why a connection could not be made, in words for people. */
final class Connecting {
    private Connecting() {}

    static Throwable explained(Throwable why, int port) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException)
                return new Unable(
                        "no HTTP service answers at 127.0.0.1:" + port + " (" + cause.getMessage()
                                + "): it has ended, or the port is wrong",
                        why);
            if (String.valueOf(cause.getMessage()).contains("Too many open files"))
                return new Unable(
                        "too many open files for one more connection: raise the limit (ulimit -n) or lower the"
                                + " concurrency",
                        why);
        }
        return why;
    }
}
