package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server without a descriptor for another client: those who wait at the door wait, and those inside are served. */
@Timeout(60)
class DescriptorsIT {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
    private static final int LIMIT = 100;

    private final Program program = new Program();

    @ParameterizedTest
    @ValueSource(strings = {"serve/single", "serve/virtual", "serve/event-loop"})
    void clientsThatTakeAllDescriptorsLetTheRunGoOn(String workload) throws Exception {
        takeAll(workload, true);
    }

    /** The process has still to load what it reports and ends with, and its own client waits at the door. */
    @ParameterizedTest
    @ValueSource(strings = {"serve/single", "serve/virtual", "serve/event-loop"})
    void andSoDoThoseThatComeBeforeTheFirstTask(String workload) throws Exception {
        takeAll(workload, false);
    }

    private void takeAll(String workload, boolean afterAnInterval) throws Exception {
        Tools.need("bash");
        String command = "ulimit -n " + LIMIT + "; exec " + program.launcher() + " run " + workload
                + " --concurrency 4 --warmup 0s --duration 1m --format json";
        Process run = program.marked(new ProcessBuilder("bash", "-c", command)).start();
        run.getOutputStream().close();
        BufferedReader words = run.errorReader();
        Matcher address = ADDRESS.matcher(words.readLine());
        assertTrue(address.find());
        BufferedReader results = run.inputReader();
        if (afterAnInterval) results.readLine();
        int port = Integer.parseInt(address.group(1));
        List<SocketChannel> waiting = new ArrayList<>();
        for (int i = 0; i < 2 * LIMIT; i++) waiting.add(begun(port));
        String told = words.readLine();
        assertTrue(told.contains("no further client is let in until another leaves"), told);
        // Meanwhile the run has reported, and told of itself what it is asked for.
        results.readLine();
        for (SocketChannel one : waiting) one.close();
        assertTrue(answer(port).endsWith("\r\n\r\nagain"));
        new ProcessBuilder("kill", "-INT", "" + run.pid()).start().waitFor();
        String last = results.lines().toList().getLast();
        assertTrue(last.contains("\"type\":\"summary\"") && last.contains("\"verified\":true"), last);
        assertEquals(130, run.waitFor());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    /** Once the kernel has taken the connection, whether the server has or not. */
    private static SocketChannel begun(int port) throws IOException {
        return SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static String answer(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("GET /again HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
