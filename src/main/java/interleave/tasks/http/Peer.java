package interleave.tasks.http;

import interleave.spec.Target;
import interleave.task.TaskSetup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Whom requests go to: our HTTP service, or a server that is not ours. */
record Peer(InetSocketAddress address, Optional<Target> target) {
    private static final int SERVICE_READ_BYTES = 512;

    static Peer of(TaskSetup setup) {
        Optional<Target> asked = setup.target();
        if (asked.isEmpty())
            return new Peer(new InetSocketAddress(InetAddress.getLoopbackAddress(), setup.servicePort()), asked);
        InetAddress literal = InetAddress.ofLiteral(asked.get().addresses().getFirst());
        return new Peer(new InetSocketAddress(literal, asked.get().port()), asked);
    }

    boolean foreign() {
        return target.isPresent();
    }

    /** @param firstToken where a connection's tokens count from */
    Exchange exchange(long firstToken) {
        return target.isPresent() ? new TargetExchange(target.get()) : new HttpExchange(firstToken);
    }

    int readBytes() {
        return foreign() ? TargetExchange.READ_BYTES : SERVICE_READ_BYTES;
    }

    Throwable explained(Throwable why) {
        return Connecting.explained(why, address, foreign());
    }
}
