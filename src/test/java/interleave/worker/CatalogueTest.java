package interleave.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.catalogue.Tasks;
import interleave.catalogue.Workloads;
import interleave.execution.Execution;
import interleave.execution.Intervals;
import interleave.execution.Tally;
import interleave.metric.Buckets;
import interleave.metric.Durations;
import interleave.metric.Ticker;
import interleave.program.FairClock;
import interleave.service.Service;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.ProcessOptions;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.spec.WorkloadInfo;
import interleave.task.Kind;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import interleave.task.Unable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that hold for every workload of the catalogue. */
@Timeout(60)
class CatalogueTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final long LATENCY_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONG_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final BlockingQueue<Throwable> BROKEN = new LinkedBlockingQueue<>();

    /** Of runs that serve. */
    private static final BlockingQueue<Execution> CLIENTS = new LinkedBlockingQueue<>();

    private static Service service;

    private Leftovers before;

    static Stream<WorkloadInfo> workloads() {
        return Workloads.all(2).stream().filter(info -> info.unavailable().isEmpty());
    }

    /** The JDK keeps one socket open for itself from the first one that is closed. */
    @BeforeAll
    static void open() throws IOException, Unable {
        SocketChannel.open().close();
        service = Service.open(LATENCY_NANOS, BROKEN::offer);
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @BeforeEach
    void look() {
        BROKEN.clear();
        before = new Leftovers();
    }

    @AfterEach
    void nothingIsLeft() {
        for (Execution client = CLIENTS.poll(); client != null; client = CLIENTS.poll()) client.close();
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!before.now().isEmpty() && System.nanoTime() < deadline) LockSupport.parkNanos(LOOK_NANOS);
        assertEquals(List.of(), before.now());
    }

    private static Execution start(RunSpec spec, int port, long latencyNanos) throws Exception {
        TaskSetup setup = new TaskSetup(2, port).with(() -> latencyNanos);
        return Workloads.start(spec, setup, Ticker.SYSTEM, BROKEN::offer);
    }

    private static Execution start(Workload workload, int concurrency, int port) throws Exception {
        Execution execution = start(RunSpec.of(workload, new Load.Closed(1)), port, LATENCY_NANOS);
        execution.change(new Load.Closed(concurrency));
        addClient(execution);
        return execution;
    }

    /** When the server ends, its client fails: nobody needs to know. */
    private static void addClient(Execution execution) throws Exception {
        if (execution.port() == 0) return;
        RunSpec spec = RunSpec.of(new Workload("http", "virtual"), new Load.Closed(1));
        Execution client = Workloads.start(spec, new TaskSetup(2, execution.port()), Ticker.SYSTEM, why -> {});
        client.change(new Load.Closed(16));
        CLIENTS.add(client);
    }

    private static TaskInfo task(WorkloadInfo info) {
        return Tasks.named(info.workload().task()).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void keepsTheContract(WorkloadInfo info) throws Exception {
        try (Execution execution = start(info.workload(), 4, service.port())) {
            assertTrue(execution.tally().first().await(SOON.toMillis(), TimeUnit.MILLISECONDS), "no first task");
            Await.until("counters grow", SOON, () -> execution.counts().verified() > 20);

            execution.change(new Load.Closed(16));
            assertEquals(16, execution.inFlight());
            for (Knob knob : info.knobs()) obeys(execution, info, knob);
            execution.change(new Load.Closed(2));
            Await.until("fewer in flight", SOON, () -> execution.inFlight() == 2);
            assertEquals(16, execution.inFlightPeak());
            keepsAPlan(execution);
            stops(execution);
            assertEquals(0, execution.counts().failed());
        }
        assertEquals(List.of(), List.copyOf(BROKEN));
    }

    private static void obeys(Execution execution, WorkloadInfo info, Knob knob) throws Unable, InterruptedException {
        switch (knob) {
            case LOOPS -> {
                execution.tune(knob, 3);
                Await.until("three loops", SOON, () -> threads("event-loop-") == 3);
                execution.tune(knob, 1);
                Await.until("one loop", SOON, () -> threads("event-loop-") == 1);
            }
            case POOL -> {
                String name = poolThreads(info.workload().model());
                for (int size : new int[] {2, 3, 1}) {
                    execution.tune(knob, size);
                    if (usesThePool(info)) Await.until(size + " threads", SOON, () -> threads(name) == size);
                }
            }
            case CARRIERS -> {
                execution.tune(knob, 3);
                assertEquals(3, carriers());
            }
            case LATENCY -> {
                if (task(info).needsService()) return;
                execution.tune(knob, 9_000);
                Intervals intervals = new Intervals(execution.tally());
                Await.until("slower", SOON, () -> least(intervals.service()) >= 8_900_000);
                execution.tune(knob, 1_000);
            }
            case WORK -> {
                execution.tune(knob, 1_000);
                Await.until("work", SOON, () -> execution.extra(0).getOrDefault("work_cpu_us", 0.0) > 20_000);
                execution.tune(knob, 0);
            }
            case CONNECTIONS, TILE -> {
                execution.tune(knob, 20);
            }
        }
        long verified = execution.counts().verified();
        Await.until("goes on", SOON, () -> execution.counts().verified() > verified + 2);
    }

    private static String poolThreads(String model) {
        return switch (model) {
            case "work-stealing" -> "stealing-";
            case "promises" -> "promise-";
            default -> "pool-";
        };
    }

    /** Where event loops wait, the pool has nothing to compute if a task only waits. */
    private static boolean usesThePool(WorkloadInfo info) {
        Kind kind = task(info).kind();
        return !List.of("hybrid", "promises").contains(info.workload().model())
                || kind != Kind.WAITING && kind != Kind.EXCHANGING && kind != Kind.SERVING;
    }

    private static long least(Durations durations) {
        return durations.size() == 0 ? 0 : Buckets.lowest(durations.bucket(0));
    }

    private static int carriers() {
        return ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class)
                .getParallelism();
    }

    /** Tasks of a plan are those whose lateness was measured. */
    private static void keepsAPlan(Execution execution) throws Exception {
        Intervals intervals = new Intervals(execution.tally());
        execution.change(new Load.Open(300));
        Await.until("a plan", SOON, () -> execution.plan().orElseThrow().offered() >= 15);
        execution.change(new Load.Closed(1));
        Await.until("the plan's tasks end", SOON, () -> execution.inFlight() == 1);
        var plan = execution.plan().orElseThrow();
        assertEquals(plan.offered(), intervals.late().total() + plan.dropped());
    }

    private static void stops(Execution execution) throws InterruptedException {
        FairClock clock = new FairClock(FairClock::testAndChildren);
        execution.stop(Duration.ofMillis(500));
        assertTrue(clock.lasted() < 1, "slow to stop");
        assertEquals(0, execution.inFlight());
        Sums.addUp(execution);
        Tally.Counts counts = execution.counts();
        assertEquals(counts.started(), counts.completed() + counts.failed() + counts.cancelled(), counts.toString());
        assertEquals(counts.completed(), counts.verified());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void noFailureVanishes(WorkloadInfo info) throws Exception {
        RunSpec spec = new RunSpec(info.workload(), new Load.Closed(1), Map.of(), 0.2, 5, ProcessOptions.NONE);
        try (Execution execution = start(spec, service.port(), LATENCY_NANOS)) {
            execution.change(new Load.Closed(6));
            addClient(execution);
            Await.until("failures", SOON, () -> execution.raised() > 25);
            stops(execution);
            assertEquals(execution.raised(), execution.counts().failed());
        }
        assertEquals(List.of(), List.copyOf(BROKEN));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void endsWhatIsUnderWayWhenPatienceIsOver(WorkloadInfo info) throws Exception {
        RunSpec spec = RunSpec.of(info.workload(), new Load.Closed(1));
        // Its own: a service keeps clients that have gone for two seconds, and nobody is to wait for that.
        try (Service slow = Service.open(LONG_NANOS, BROKEN::offer)) {
            Execution execution = start(spec, slow.port(), LONG_NANOS);
            execution.change(new Load.Closed(5));
            Await.until("started", SOON, () -> execution.tally().counts().started() >= 1);
            FairClock clock = new FairClock(FairClock::testAndChildren);
            execution.close();
            assertTrue(clock.lasted() < 1, "slow to stop");
            Sums.addUp(execution);
            Tally.Counts counts = execution.counts();
            assertEquals(counts.started(), counts.completed() + counts.cancelled(), counts.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aServiceThatIsNotThereIsNamed(WorkloadInfo info) throws Exception {
        if (!task(info).needsService()) return;
        Service gone = Service.open(LATENCY_NANOS, BROKEN::offer);
        int port = gone.port();
        gone.close();
        try (Execution execution = start(info.workload(), 2, port)) {
            String words = BROKEN.poll(3, TimeUnit.SECONDS).getMessage();
            assertTrue(words.contains("127.0.0.1:" + port) && words.contains("refused"), words);
            assertEquals(0, execution.counts().completed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"promises", "virtual", "threads", "pool", "work-stealing", "hybrid"})
    void whatComputesOnSeveralThreadsLosesUpdatesAndLocksUp(String model) throws Exception {
        finds(new Workload("counter-race", model), "lost_updates");
        finds(new Workload("deadlock", model), "deadlocks");
    }

    private static void finds(Workload workload, String extra) throws Exception {
        try (Execution execution = start(workload, 4, 0)) {
            Await.until(
                    workload + ": " + extra,
                    Duration.ofSeconds(8),
                    () -> execution.extra(0).get(extra) > 0);
        }
    }

    @Test
    void whatDoesNotExistIsRefused() {
        Unable why = assertThrows(Unable.class, () -> start(new Workload("http", "hope"), 1, service.port()));
        assertTrue(why.getMessage().contains("http/hope"), why.getMessage());
    }

    private static long threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }
}
