package interleave.task;

/** Why 127.0.0.1 cannot be used, as in a network namespace that was only just made. */
public final class Loopback {
    private static final String DOWN =
            "the loopback interface is down, where the tasks have their peer: ip link set lo up";

    private Loopback() {}

    /** @param message of a {@code connect}, of which ENETUNREACH means nothing else where the address is this one */
    public static boolean unreachable(String message) {
        return message.contains("Network is unreachable");
    }

    public static Unable down(Throwable why) {
        return new Unable(DOWN, why);
    }
}
