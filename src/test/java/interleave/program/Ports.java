package interleave.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that others start, and that are free until then. */
final class Ports {
    /** Below those that Linux gives to clients by itself, of which the tests beside this one may open hundreds. */
    private static final int FIRST = 12_000;

    private static final int END = 32_000;

    private Ports() {}

    static int free() throws IOException {
        for (int tries = 0; ; tries++)
            try (ServerSocket socket = new ServerSocket(
                    ThreadLocalRandom.current().nextInt(FIRST, END), 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                if (tries > 100) throw taken;
            }
    }
}
