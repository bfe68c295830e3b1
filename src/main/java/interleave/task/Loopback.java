package interleave.task;

import java.net.NoRouteToHostException;

/** Why 127.0.0.1 cannot be used, as in a network namespace that was only just made. */
public final class Loopback {
    private static final String DOWN =
            "the loopback interface is down, where the tasks have their peer: ip link set lo up";

    private Loopback() {}

    /**
     * @param why a {@code connect} failed: ENETUNREACH, to which Netty gives a type and no words, means nothing else
     *     here
     */
    public static boolean isDown(Throwable why) {
        return why instanceof NoRouteToHostException
                || String.valueOf(why.getMessage()).contains("Network is unreachable");
    }

    public static Unable down(Throwable why) {
        return new Unable(DOWN, why);
    }
}
