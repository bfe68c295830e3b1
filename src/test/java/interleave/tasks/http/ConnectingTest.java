package interleave.tasks.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class ConnectingTest {
    private static final InetSocketAddress SERVICE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);

    @Test
    void noFreePortIsNotTakenForAMissingService() {
        assertEquals(
                "no local port is free for one more connection: lower the concurrency or widen the range"
                        + " (sysctl net.ipv4.ip_local_port_range)",
                explained(new ConnectException("connect(..) failed with error(-99): Cannot assign requested address")));
    }

    @Test
    void tooFewFilesAreFoundBehindOtherWords() {
        assertEquals(
                "too many open files for one more connection: raise the limit (ulimit -n) or lower the concurrency",
                explained(new IOException("no socket", new IOException("Too many open files"))));
    }

    @Test
    void aNetworkWithoutLoopbackSaysHowToHaveIt() {
        String down = "the loopback interface is down, where the tasks have their peer: ip link set lo up";
        assertEquals(down, explained(new SocketException("Network is unreachable")));
        assertEquals(down, explained(new NoRouteToHostException("connect(..) failed with error(-101)")));
    }

    @Test
    void aServiceThatHasEndedIsNamedByItsPort() {
        assertEquals(
                "no HTTP service answers at 127.0.0.1:80 (Connection refused): it has ended, or the port is wrong",
                explained(new ConnectException("Connection refused")));
        assertEquals(
                "no HTTP service answers at 127.0.0.1:80 (Connection refused): it has ended, or the port is wrong",
                explained(new ConnectException("finishConnect(..) failed with error(-111): Connection refused")));
    }

    @Test
    void whatIsNotKnownStaysAsItIs() {
        IOException unknown = new IOException("something else");
        assertSame(unknown, Connecting.explained(unknown, SERVICE, false));
    }

    private static String explained(Throwable why) {
        return Connecting.explained(why, SERVICE, false).getMessage();
    }
}
