package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenQueueTest {
    @TempDir
    Path proc;

    private final List<String> told = new ArrayList<>();

    @Test
    void overflowsAreToldOnceWhenTheyAreOver() throws IOException {
        write("sys/net/core/somaxconn", "128\n");
        overflows(1000);
        ListenQueue queue = new ListenQueue(proc);
        queue.tell(told::add);
        overflows(1500);
        queue.tell(told::add);
        overflows(2234);
        queue.tell(told::add);
        assertEquals(List.of(), told);
        queue.tell(told::add);
        queue.tell(told::add);
        assertEquals(
                List.of("1,234 times a connection found the queue of its server full and had to be tried again, seconds"
                        + " later: response times hold that wait. The sysctl net.core.somaxconn is 128: raise it, or"
                        + " lower the load"),
                told);
    }

    @Test
    void whereTheKernelDoesNotTellNothingIsTold() {
        ListenQueue queue = new ListenQueue(proc);
        queue.tell(told::add);
        queue.tell(told::add);
        assertEquals(List.of(), told);
        assertEquals(OptionalLong.empty(), ListenQueue.longest(proc));
        assertEquals(OptionalLong.empty(), ListenQueue.overflows("TcpExt: SyncookiesSent\nTcpExt: 5\n"));
    }

    private void overflows(long count) throws IOException {
        write(
                "self/net/netstat",
                "TcpExt: SyncookiesSent ListenOverflows ListenDrops\nTcpExt: 7 " + count + " 9\nIpExt: A\nIpExt: 1\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = proc.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
