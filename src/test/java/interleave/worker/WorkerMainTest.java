package interleave.worker;

import static interleave.run.SampleField.CANCELLED;
import static interleave.run.SampleField.COMPLETED;
import static interleave.run.SampleField.FAILED;
import static interleave.run.SampleField.IN_FLIGHT;
import static interleave.run.SampleField.IN_FLIGHT_PEAK;
import static interleave.run.SampleField.NANOS;
import static interleave.run.SampleField.OS_THREADS;
import static interleave.run.SampleField.PARALLELISM;
import static interleave.run.SampleField.RESIDENT_BYTES;
import static interleave.run.SampleField.SEQUENCE;
import static interleave.run.SampleField.STARTED;
import static interleave.run.SampleField.VERIFIED;
import static interleave.run.SampleField.VIRTUAL_THREADS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.child.Faults;
import interleave.run.Frame;
import interleave.run.TaskTime;
import interleave.service.ServiceMain;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.task.Unable;
import interleave.wire.Message;
import interleave.wire.Order;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkerMainTest {
    private static final long END_NANOS = 200_000_000;

    private static Order.Start start(String task, String model, int concurrency, int port) {
        return new Order.Start(RunSpec.of(new Workload(task, model), new Load.Closed(concurrency)), port);
    }

    private static Frame frame(Message message) {
        return assertInstanceOf(Message.Report.class, message).frame();
    }

    @Test
    void aRunFromStartToStop() throws Exception {
        try (ChildProcess service = new ChildProcess(ServiceMain.class, "--latency-ms", "5");
                ChildProcess worker = new ChildProcess(WorkerMain.class)) {
            Message.Hello listening = assertInstanceOf(Message.Hello.class, service.next());
            assertEquals(service.pid(), listening.pid());
            assertEquals(new Message.Hello(worker.pid(), 0, ""), worker.next());

            worker.order(start("http", "virtual", 8, listening.port()));
            assertEquals(new Message.Hello(worker.pid(), 0, "blocking"), worker.next());
            Frame first = frame(worker.next());
            while (first.of(VERIFIED) == 0 || first.of(IN_FLIGHT) < 8) first = worker.nextFrame();
            assertEquals(8, first.of(IN_FLIGHT));
            worker.order(new Order.Change(new Load.Closed(32)));
            Frame later = worker.nextFrame();
            while (later.of(IN_FLIGHT) != 32) later = worker.nextFrame();
            assertGrown(first, later);

            worker.order(new Order.Stop());
            List<Message> rest = worker.rest();
            assertEquals(0, worker.exitWithin(1_000));
            Frame last = frame(rest.getLast());
            assertEquals(last.of(STARTED), last.of(COMPLETED) + last.of(FAILED));
            assertEquals(0, last.of(IN_FLIGHT));
            assertEquals(last.of(COMPLETED), last.of(VERIFIED));

            Frame answered = service.nextFrame();
            while (answered.of(COMPLETED) < last.of(COMPLETED)) answered = service.nextFrame();
            service.endInput();
            assertEquals(0, service.exitWithin(1_000));
        }
    }

    private static void assertGrown(Frame before, Frame after) {
        assertTrue(after.of(SEQUENCE) > before.of(SEQUENCE));
        assertTrue(after.of(NANOS) > before.of(NANOS));
        assertTrue(after.of(COMPLETED) > before.of(COMPLETED));
        assertTrue(after.cpuMicros() > before.cpuMicros());
        assertTrue(after.switches() > before.switches());
        assertTrue(after.times(TaskTime.SERVICE).total() > 0);
        assertTrue(after.times(TaskTime.SERVICE).atPercentile(0) >= 4_900_000, "a service time below the latency");
        assertTrue(
                after.of(OS_THREADS) >= 10 && after.of(VIRTUAL_THREADS) > 0,
                after.sample().toString());
        assertTrue(after.of(PARALLELISM) > 0);
        assertTrue(after.of(RESIDENT_BYTES) > 10 << 20, after.sample().toString());
        assertEquals(32, after.of(IN_FLIGHT_PEAK));
    }

    @Test
    void framesAddUpToTheTotals() throws Exception {
        try (ChildProcess worker = new ChildProcess(WorkerMain.class)) {
            worker.order(start("image", "single", 1, 0));
            long counted = worker.nextFrame().times(TaskTime.RESPONSE).total();
            counted += worker.nextFrame().times(TaskTime.RESPONSE).total();
            worker.order(new Order.Stop());
            Frame last = null;
            for (Message message : worker.rest()) {
                last = frame(message);
                counted += last.times(TaskTime.RESPONSE).total();
            }
            assertEquals(last.of(COMPLETED), counted);
        }
    }

    /**
     * A JVM that halts waits 300 ms for the thread that reads orders. The best of some, since others want the CPU too.
     */
    @Test
    void itIsGoneAsSoonAsItHasSaidItsLast() throws Exception {
        long least = Long.MAX_VALUE;
        for (int tries = 0; tries < 4 && least > END_NANOS; tries++)
            try (ChildProcess worker = new ChildProcess(WorkerMain.class)) {
                worker.order(start("image", "single", 1, 0));
                while (worker.nextFrame().of(COMPLETED) == 0) {}
                worker.order(new Order.Stop());
                long last = frame(worker.rest().getLast()).of(NANOS);
                assertEquals(0, worker.waitFor());
                least = Math.min(least, System.nanoTime() - last);
            }
        assertTrue(least < END_NANOS, "gone after " + least + " ns");
    }

    @Test
    void itEndsInOrderWhenItsTimeIsUp() throws Exception {
        try (ChildProcess worker = new ChildProcess(WorkerMain.class)) {
            worker.order(start("image", "pool", 2, 0));
            while (worker.nextFrame().of(COMPLETED) == 0) {}
            worker.order(new Order.Limit(Duration.ofHours(1).toNanos()));
            worker.order(new Order.Limit(Duration.ofMillis(300).toNanos()));
            Frame last = frame(worker.rest().getLast());
            assertEquals(0, last.of(IN_FLIGHT));
            assertEquals(last.of(STARTED), last.of(COMPLETED) + last.of(CANCELLED));
            assertEquals(Order.Limit.EXIT_STATUS, worker.exitWithin(1_000));
        }
    }

    /** As of one whose parent was stopped: nobody reads, no order comes, and the input does not end. */
    @Test
    void whenItsTimeIsUpItEndsThoughNobodyReads() throws Exception {
        try (ChildProcess worker = new ChildProcess(WorkerMain.class)) {
            worker.fillUp();
            worker.order(start("image", "pool", 2, 0));
            worker.order(new Order.Limit(Duration.ofSeconds(1).toNanos()));
            assertEquals(Order.Limit.EXIT_STATUS, worker.exitWithin(10_000));
        }
    }

    @Test
    void itIsGoneWhenItsInputEnds() throws Exception {
        try (ChildProcess worker = new ChildProcess(WorkerMain.class)) {
            worker.order(start("image", "pool", 2, 0));
            worker.nextFrame();
            worker.endInput();
            assertEquals(0, worker.exitWithin(1_000));
        }
    }

    @Test
    void signalsOfTheTerminalAreLeftToTheParent() throws Exception {
        try (ChildProcess worker = new ChildProcess(WorkerMain.class)) {
            worker.order(start("image", "single", 1, 0));
            Frame before = worker.nextFrame();
            for (String signal : List.of("-INT", "-HUP"))
                assertEquals(
                        0,
                        new ProcessBuilder("kill", signal, "" + worker.pid())
                                .start()
                                .waitFor());
            worker.nextFrame();
            assertTrue(worker.nextFrame().of(COMPLETED) > before.of(COMPLETED));
        }
    }

    @Test
    void ordersThatMakeNoSenseEndItWithOneSentence() throws Exception {
        assertFault("an order could not be read: not a JSON object: dance", "dance");
        assertFault(
                "an order could not be read: no order: concurrency must be 1 or more",
                "{\"type\":\"change\",\"concurrency\":0}");
        assertFault("the first order must be to start", "{\"type\":\"change\",\"concurrency\":1}");
        assertFault(
                "there is no workload tea/pool: 'interleave list' names them all",
                "{\"type\":\"start\",\"task\":\"tea\",\"model\":\"pool\",\"concurrency\":1,\"service_port\":0}");
        assertFault(
                "no HTTP service answers at 127.0.0.1:1 (Connection refused): it has ended, or the port is wrong",
                "{\"type\":\"start\",\"task\":\"http\",\"model\":\"pool\",\"concurrency\":1,\"service_port\":1}");
    }

    private static void assertFault(String words, String order) throws Exception {
        try (ChildProcess worker = new ChildProcess(WorkerMain.class)) {
            worker.say(order);
            assertEquals(words, worker.fault());
            assertEquals(1, worker.exitWithin(1_000));
        }
    }

    @Test
    void aFailuresWordsAreThoseOfItsInnermostCause() {
        Throwable ring = new java.io.IOException("Cannot allocate memory");
        assertEquals(
                "unexpected: Cannot allocate memory",
                Faults.words(new IllegalStateException("failed to create a child event loop", ring)));
        assertEquals("unexpected (IllegalStateException)", Faults.words(new IllegalStateException("Input length = 1")));
        assertEquals("raise it", Faults.words(new IllegalStateException(new Unable("raise it", ring))));
        assertTrue(Faults.words(new RuntimeException(new java.net.SocketException("Too many open files")))
                .contains("ulimit -n"));
    }

    @Test
    void limitsAreNamed() throws Exception {
        Throwable threads = new OutOfMemoryError("unable to create native thread: possibly out of memory");
        assertTrue(Faults.words(threads)
                .startsWith("no further thread could be created: memory is short, raise ulimit -v"));
        assertTrue(Faults.words(new OutOfMemoryError("Java heap space")).contains("Java heap space"));
        assertTrue(Faults.words(new java.net.SocketException("Too many open files"))
                .contains("ulimit -n"));
    }

    @Test
    void tooFewFilesForTheClientsAreNamed() throws Exception {
        try (ChildProcess service = ChildProcess.withFiles(100, ServiceMain.class);
                ChildProcess worker = new ChildProcess(WorkerMain.class)) {
            int port = assertInstanceOf(Message.Hello.class, service.next()).port();
            worker.order(start("http", "virtual", 256, port));
            String words = service.fault();
            assertTrue(words.contains("ulimit -n"), words);
            assertEquals(1, service.exitWithin(1_000));
        }
    }

    @Test
    void aServiceWithWrongArgumentsSaysSo() throws Exception {
        try (ChildProcess service = new ChildProcess(ServiceMain.class, "--latency-ms", "soon")) {
            assertTrue(service.fault().contains("--latency-ms"));
            assertEquals(2, service.exitWithin(1_000));
        }
    }
}
