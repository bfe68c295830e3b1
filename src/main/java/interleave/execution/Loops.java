package interleave.execution;

import interleave.spec.Transport;
import interleave.task.NettyLoop;
import interleave.task.Task;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import interleave.task.Transports;
import interleave.task.Unable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Event loops, each with a form of the task of its own. Chains are spread over them round robin. When their number
 * changes, each chain goes to its new place as its task ends; a loop that is too many ends when the last has gone.
 */
final class Loops implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;

    private final TaskInfo.AsyncForm form;
    private final Executor computing;
    private final AtomicInteger chains = new AtomicInteger();
    /** All that are not closed, those that are being left as well. */
    private final Queue<LoopSite> open = new ConcurrentLinkedQueue<>();
    /** Of all there ever were: what they counted stays counted. */
    private final Queue<Task.Async> tasks = new ConcurrentLinkedQueue<>();

    private final Transport transport;
    private int opened;
    private volatile LoopSite[] sites = {};

    /** @param computing takes what the asynchronous form computes */
    Loops(TaskInfo task, TaskSetup setup, Executor computing, int number) throws Unable {
        this.form = task.async().apply(setup);
        this.computing = computing;
        List<NettyLoop> loops = first(setup, number);
        this.transport = Transport.of(loops.getFirst().transport()).orElseThrow();
        add(loops);
    }

    /**
     * All over one transport: where there is no room for so many over the first, and none was asked for, over the next.
     */
    private List<NettyLoop> first(TaskSetup setup, int number) throws Unable {
        if (setup.transport().isPresent()) return open(setup.transport().get(), number);
        Transport first = Transports.automatic();
        try {
            return open(first, number);
        } catch (Unable e) {
            Transport next = Transports.automaticBut(first);
            List<NettyLoop> loops = open(next, number);
            setup.findings().accept("event loops go over " + next.key + ", not " + first.key + ": " + e.getMessage());
            return loops;
        }
    }

    /** So many, or none. */
    private List<NettyLoop> open(Transport over, int number) throws Unable {
        List<NettyLoop> loops = new ArrayList<>();
        try {
            while (loops.size() < number) loops.add(NettyLoop.open("event-loop-" + (opened + loops.size()), over));
            return loops;
        } catch (Unable e) {
            loops.forEach(NettyLoop::close);
            throw e;
        }
    }

    private void add(List<NettyLoop> loops) {
        LoopSite[] next = Arrays.copyOf(sites, sites.length + loops.size());
        for (int i = sites.length; i < next.length; i++) next[i] = site(loops.get(i - sites.length));
        sites = next;
    }

    /** A number for one more chain. */
    int nextChain() {
        return chains.getAndIncrement() & Integer.MAX_VALUE;
    }

    LoopSite siteOf(int chain) {
        LoopSite[] now = sites;
        return now.length == 1 ? now[0] : now[chain % now.length];
    }

    /** The first, which is never too many; empty where timers come to a millisecond, as those of NIO do. */
    Optional<PlanLoop> planLoop() {
        return transport == Transport.NIO ? Optional.empty() : Optional.of(sites[0]);
    }

    List<Task.Async> tasks() {
        return new ArrayList<>(tasks);
    }

    /** Of all of them. */
    String transport() {
        return transport.key;
    }

    /**
     * One thread at a time.
     *
     * @throws Unable if there cannot be so many: their number stays what it was
     */
    void resize(int number) throws Unable {
        LoopSite[] before = sites;
        if (number > before.length) {
            add(open(transport, number - before.length));
            return;
        }
        sites = Arrays.copyOf(before, number);
        for (int i = number; i < before.length; i++) if (before[i].retire()) close(before[i]);
    }

    private LoopSite site(NettyLoop loop) {
        LoopSite site = new LoopSite(loop, form, computing);
        opened++;
        open.add(site);
        tasks.add(site.task());
        return site;
    }

    /** A loop cannot wait for its own end. */
    void close(LoopSite site) {
        if (open.remove(site))
            Thread.ofPlatform().name("event-loop-end").start(() -> {
                site.task().close();
                site.close();
            });
    }

    /** Has the tasks let go of all they hold, and fail. */
    void closeTasks() {
        open.forEach(site -> site.task().close());
    }

    /** The lag of the loop that was the latest since then: that is what somebody waited. */
    Map<String, Double> extra(long sinceNanos) {
        long most = 0;
        for (LoopSite site : sites) most = Math.max(most, site.lagNanos(sinceNanos));
        Map<String, Double> extra = new HashMap<>();
        extra.put("loop_lag_ms", most / NANOS_PER_MILLI);
        return extra;
    }

    @Override
    public void close() {
        open.forEach(LoopSite::cancel);
        open.forEach(LoopSite::close);
    }
}
