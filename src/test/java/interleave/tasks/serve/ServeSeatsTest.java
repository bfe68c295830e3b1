package interleave.tasks.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.task.Await;
import interleave.task.Task;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More clients than there is room for: they wait at the door until others leave. */
class ServeSeatsTest extends Serving {
    private static final int ROOM = 4;
    private static final String ASKS = "GET /late HTTP/1.0\r\n\r\n";

    @ParameterizedTest
    @MethodSource("forms")
    void whoFindsNoRoomIsLetInAsOthersLeave(String form) throws Exception {
        seats = new Seats(ROOM);
        Task serve = serve(form);
        List<Socket> idle = new ArrayList<>();
        // The door may have a handful of clients in its hands when it is shut.
        for (int i = 0; i < 10 * ROOM; i++) idle.add(connect(serve.port()));
        assertTrue(findings.take().contains("http://127.0.0.1:"));
        assertEquals(
                "no further client is let in until another leaves (4 are in, and the rest of the open files that are"
                        + " allowed is the run's own): raise the limit on open files (ulimit -n), or ask with fewer"
                        + " connections",
                findings.take());
        for (int i = 0; i < 3; i++) {
            for (Socket one : idle) one.close();
            idle.clear();
            assertTrue(ask(serve.port(), ASKS).endsWith("\r\n\r\nlate"));
            for (int more = 0; more < 10 * ROOM; more++) idle.add(connect(serve.port()));
        }
        for (Socket one : idle) one.close();
        assertTrue(ask(serve.port(), ASKS).endsWith("\r\n\r\nlate"));
        Await.until(() -> answered.get() == 4);
        assertEquals(List.of(), List.copyOf(failures));
        assertEquals(List.of(), List.copyOf(findings), "told once");
    }

    @Test
    void aProcessKeepsDescriptorsForItself() {
        assertEquals(36, Seats.of(100));
        assertEquals(1024 - 64, Seats.of(1024));
        assertEquals(16, Seats.of(64), "a quarter of few");
        assertEquals(1, Seats.of(1));
        assertEquals(Seats.ALL, Seats.of(Long.MAX_VALUE));
    }
}
