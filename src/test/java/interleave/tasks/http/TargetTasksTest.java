package interleave.tasks.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.spec.Target;
import interleave.task.NettyLoop;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Transports;
import interleave.task.Unable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests in either form to servers that are not ours. */
@Timeout(20)
class TargetTasksTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    /** The form of a task, and a way to do one of it. */
    enum Form {
        BLOCKING,
        ASYNC
    }

    private static Target target(String address, int port, OptionalLong bytes) {
        String host = address.contains(":") ? "[" + address + "]" : address;
        return new Target(
                "http://" + host + ":" + port + "/a?b",
                host + ":" + port,
                List.of(address),
                port,
                "/a?b",
                bytes,
                Duration.ZERO);
    }

    /** The outcome of each of so many tasks, one after the other: nothing, or why it failed; and the counters. */
    private record Outcome(List<String> tasks, Map<String, Double> extra) {}

    private static Outcome ask(Form form, Target target, int times) throws Exception {
        TaskSetup setup = new TaskSetup(2, 0).with(target);
        return form == Form.BLOCKING ? blocking(setup, times) : async(setup, times);
    }

    private static Outcome blocking(TaskSetup setup, int times) {
        HttpBlocking task = new HttpBlocking(setup);
        try {
            List<String> outcomes = new java.util.ArrayList<>();
            for (int i = 0; i < times; i++) {
                try {
                    task.call();
                    outcomes.add("");
                } catch (Exception e) {
                    // Words are taken as ours by where they were thrown.
                    if (e instanceof java.io.IOException)
                        assertTrue(e.getStackTrace()[0].getClassName().startsWith("interleave.tasks."), e.toString());
                    outcomes.add(e.getMessage());
                }
            }
            return new Outcome(outcomes, task.extra());
        } finally {
            task.close();
        }
    }

    private static Outcome async(TaskSetup setup, int times) throws Exception {
        try (NettyLoop loop = NettyLoop.open("test loop", Transports.automatic())) {
            HttpAsync task = new HttpAsync(setup, loop);
            List<String> outcomes = new java.util.ArrayList<>();
            for (int i = 0; i < times; i++) {
                CompletableFuture<String> told = new CompletableFuture<>();
                loop.events()
                        .execute(() -> task.start(new Task.Completion() {
                            @Override
                            public void completed() {
                                told.complete("");
                            }

                            @Override
                            public void failed(Throwable why) {
                                told.complete(why.getMessage());
                            }
                        }));
                outcomes.add(told.get(10, TimeUnit.SECONDS));
            }
            Outcome outcome = new Outcome(outcomes, task.extra());
            task.close();
            return outcome;
        }
    }

    private static Map<String, Double> connections(double opened, double again) {
        return Map.of("connections_opened", opened, "reconnects", again);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestNamesPathAndHostAndItsConnectionIsKept(Form form) throws Exception {
        try (FakeServer server = new FakeServer("127.0.0.1", OK, OK, OK)) {
            Outcome outcome = ask(form, target("127.0.0.1", server.port(), OptionalLong.of(2)), 3);
            assertEquals(new Outcome(List.of("", "", ""), connections(1, 0)), outcome);
            assertEquals(
                    "GET /a?b HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                            + "\r\nUser-Agent: interleave\r\nAccept: */*\r\n\r\n",
                    server.requests.getFirst());
        }
    }

    /** A close is seen announced or not, before the next request or together with it. */
    @ParameterizedTest
    @EnumSource
    void aConnectionThatTheServerClosesBetweenRequestsIsOpenedAnewAndCounted(Form form) throws Exception {
        String[] closing = {
            OK,
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
            "HTTP/1.0 200 OK\r\n\r\nok",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nok\r\n0\r\n\r\n"
        };
        for (String answer : closing)
            try (FakeServer server = new FakeServer("127.0.0.1", answer)) {
                Outcome outcome = ask(form, target("127.0.0.1", server.port(), OptionalLong.of(2)), 4);
                assertEquals(new Outcome(List.of("", "", "", ""), connections(4, 3)), outcome, answer);
            }
    }

    /** Some servers say that they no longer wait, and do so in place of an answer. */
    @ParameterizedTest
    @EnumSource
    void aWordThatARequestWasWaitedForTooLongIsNoAnswer(Form form) throws Exception {
        String late = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (FakeServer server = new FakeServer("127.0.0.1", OK, late)) {
            Outcome outcome = ask(form, target("127.0.0.1", server.port(), OptionalLong.empty()), 2);
            assertEquals(new Outcome(List.of("", ""), connections(2, 1)), outcome);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFirstRequestThatIsNotAnsweredHasFailed(Form form) throws Exception {
        try (FakeServer server = new FakeServer("127.0.0.1")) {
            Outcome outcome = ask(form, target("127.0.0.1", server.port(), OptionalLong.empty()), 1);
            assertTrue(
                    outcome.tasks.getFirst().startsWith("the server closed the connection without an answer"),
                    outcome.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherStatusIsAFailureAndTheConnectionIsKept(Form form) throws Exception {
        String missing = "HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\nno!";
        String moved = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/login\r\nContent-Length: 0\r\n\r\n";
        String broken = "HTTP/1.1 503 Service Unavailable\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        try (FakeServer server = new FakeServer("127.0.0.1", missing, moved, broken, OK)) {
            Outcome outcome = ask(form, target("127.0.0.1", server.port(), OptionalLong.of(2)), 4);
            assertEquals(
                    List.of(
                            "the server answered 404 Not Found",
                            "the server answered 302 Found, a redirect to http://127.0.0.1:1/login",
                            "the server answered 503 Service Unavailable",
                            ""),
                    outcome.tasks);
            assertEquals(connections(1, 0), outcome.extra);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBodyOfAnotherLengthIsWrong(Form form) throws Exception {
        try (FakeServer server = new FakeServer("127.0.0.1", OK)) {
            Outcome outcome = ask(form, target("127.0.0.1", server.port(), OptionalLong.of(3)), 1);
            assertEquals(List.of("the answer has 2 bytes, not 3"), outcome.tasks);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bodiesMayBeLongerThanWhatIsReadAtOnce(Form form) throws Exception {
        String body = "x".repeat(100_000);
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + body;
        try (FakeServer server = new FakeServer("127.0.0.1", answer, answer)) {
            Outcome outcome = ask(form, target("127.0.0.1", server.port(), OptionalLong.of(100_000)), 2);
            assertEquals(new Outcome(List.of("", ""), connections(1, 0)), outcome);
        }
    }

    @ParameterizedTest
    @EnumSource
    void byTheNewerProtocolToo(Form form) throws Exception {
        try (FakeServer server = new FakeServer("::1", OK)) {
            Outcome outcome = ask(form, target("::1", server.port(), OptionalLong.empty()), 1);
            assertEquals(List.of(""), outcome.tasks);
            assertTrue(server.requests.getFirst().contains("Host: [::1]:" + server.port()));
        }
    }

    /** A server that listens on localhost may do so by one protocol alone. */
    @Test
    void theAddressIsTakenAtWhichItAnswers() throws Exception {
        try (FakeServer server = new FakeServer("::1")) {
            Target both = new Target(
                    "", "", List.of("127.0.0.1", "::1"), server.port(), "/", OptionalLong.empty(), Duration.ZERO);
            assertEquals(List.of("::1"), TargetServer.await(both, () -> {}).addresses());
        }
    }

    @Test
    void aServerThatIsNotThereIsOneLine() throws Exception {
        int port;
        try (FakeServer server = new FakeServer("127.0.0.1")) {
            port = server.port();
        }
        Target nobody = target("127.0.0.1", port, OptionalLong.empty());
        String words = assertThrows(Unable.class, () -> TargetServer.await(nobody, () -> {}))
                .getMessage();
        assertEquals(
                "no server answers at 127.0.0.1:" + port
                        + " (Connection refused): start it first, or have it started here, behind --",
                words);
        int[] asked = {0};
        Target later = nobody.with(Duration.ofMillis(200));
        words = assertThrows(Unable.class, () -> TargetServer.await(later, () -> asked[0]++))
                .getMessage();
        assertTrue(words.endsWith(" after 200ms: its output tells more"), words);
        assertTrue(asked[0] > 0, "nobody was told of the wait");
    }

    /** Nobody can have a server that is not ours close a connection, so such a failure is the model's to raise. */
    @Test
    void noServerOfOthersIsMadeToFail() throws Exception {
        try (FakeServer server = new FakeServer("127.0.0.1", OK)) {
            HttpBlocking task = new HttpBlocking(
                    new TaskSetup(2, 0).with(target("127.0.0.1", server.port(), OptionalLong.empty())));
            for (interleave.task.Fault fault : interleave.task.Fault.values())
                assertEquals(Optional.of(false), Optional.of(task.fail(fault)));
            assertEquals(List.of(), server.requests);
        }
    }
}
