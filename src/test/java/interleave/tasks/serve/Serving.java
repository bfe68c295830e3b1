package interleave.tasks.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.spec.Transport;
import interleave.task.NettyLoop;
import interleave.task.Place;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Transports;
import interleave.task.Unable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A task that serves, in either form, the asynchronous one over every transport that this machine has. */
@Timeout(30)
abstract class Serving {
    static final int TASKS = 3;
    static final int CLIENTS = 5;
    static final int REQUESTS = 200;
    static final int ROUNDS = 50;

    final BlockingQueue<String> findings = new LinkedBlockingQueue<>();
    final TaskSetup setup = new TaskSetup(2, 0, 1, () -> 0, Thread.ofPlatform().factory(), findings::add);
    Seats seats = new Seats(Seats.ALL);
    final AtomicInteger answered = new AtomicInteger();
    final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    final List<AutoCloseable> toClose = new ArrayList<>();
    NettyLoop loop;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : toClose) one.close();
    }

    static Stream<String> forms() {
        return Stream.concat(Stream.of("blocking"), Transports.here().stream().map(transport -> transport.key));
    }

    /** Keeps so many tasks under way until one fails. */
    Task serve(String form) throws Unable {
        Task serve = open(form);
        begin(serve);
        return serve;
    }

    Task open(String form) throws Unable {
        return form.equals("blocking")
                ? openBlocking()
                : openOnALoop(Transport.of(form).orElseThrow());
    }

    ServeBlocking openBlocking() {
        ServeBlocking serve = new ServeBlocking(setup, seats);
        toClose.add(serve);
        return serve;
    }

    Task openOnALoop(Transport transport) throws Unable {
        loop = NettyLoop.open("event-loop", transport);
        Task.Async serve = new ServeHall(setup, seats).open(new Place(loop, Place.ON_THE_LOOP));
        toClose.add(serve);
        toClose.add(loop);
        return serve;
    }

    void begin(Task serve) {
        for (int i = 0; i < TASKS; i++)
            switch (serve) {
                case Task.Blocking blocking -> Thread.ofVirtual().start(() -> serveOn(blocking));
                case Task.Async async -> loop.events().execute(() -> serveOn(async));
            }
    }

    void serveOn(Task.Blocking serve) {
        try {
            for (; ; ) {
                serve.call();
                answered.incrementAndGet();
            }
        } catch (Exception e) {
            failures.add(e);
        }
    }

    void serveOn(Task.Async serve) {
        serve.start(new Task.Completion() {
            @Override
            public void completed() {
                answered.incrementAndGet();
                serve.start(this);
            }

            @Override
            public void failed(Throwable why) {
                failures.add(why);
            }
        });
    }

    /** All that has come in is looked at. */
    void turnTheLoop() {
        for (int i = 0; i < ROUNDS && loop != null; i++)
            loop.events().submit(() -> {}).syncUninterruptibly();
    }

    static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    static String body(String answer) {
        return answer.substring(answer.lastIndexOf("\r\n\r\n") + 4);
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** All that comes until the server closes the connection. */
    static String text(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }

    static String ask(int port, String text) throws IOException {
        try (Socket socket = connect(port)) {
            send(socket, text);
            return text(socket);
        }
    }
}
