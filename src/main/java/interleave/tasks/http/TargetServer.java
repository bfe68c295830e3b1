package interleave.tasks.http;

import interleave.kernel.Reason;
import interleave.spec.Quantities;
import interleave.spec.Target;
import interleave.task.Unable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** The server that is not ours, before the first request. */
public final class TargetServer {
    private static final int CONNECT_MILLIS = 3000;
    private static final long LOOK_MILLIS = 50;

    private TargetServer() {}

    /**
     * Waits until it lets somebody in, for as long as the target says, and gives it at the address where it does.
     *
     * @param waiting is done each time that it did not
     * @throws Unable if nobody answers
     */
    public static Target await(Target target, Runnable waiting) throws Unable, InterruptedException {
        long deadline = System.nanoTime() + target.patience().toNanos();
        for (; ; ) {
            IOException refused = null;
            for (String address : target.addresses()) {
                try {
                    connect(new InetSocketAddress(InetAddress.ofLiteral(address), target.port()));
                    return target.at(address);
                } catch (IOException e) {
                    // Of several, the first is the one that people expect.
                    if (refused == null) refused = e;
                }
            }
            if (System.nanoTime() - deadline >= 0) throw nobody(target, refused);
            waiting.run();
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private static void connect(InetSocketAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
        }
    }

    private static Unable nobody(Target target, IOException why) {
        InetSocketAddress first =
                new InetSocketAddress(InetAddress.ofLiteral(target.addresses().getFirst()), target.port());
        String late = target.patience().isZero()
                ? ": start it first, or have it started here, behind --"
                : " after " + Quantities.text(target.patience()) + ": its output tells more";
        return new Unable(
                "no server answers at " + Connecting.literal(first) + " (" + Reason.of(why) + ")" + late, why);
    }
}
