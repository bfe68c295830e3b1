package interleave.execution;

import interleave.task.Task;
import interleave.task.TaskInfo;
import interleave.task.TaskSetup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final TaskSetup setup;
    private final Executor computing;
    private final AtomicInteger chains = new AtomicInteger();
    /** All that are not closed, those that are being left as well. */
    private final Queue<LoopSite> open = new ConcurrentLinkedQueue<>();
    /** Of all there ever were: what they counted stays counted. */
    private final Queue<Task.Async> tasks = new ConcurrentLinkedQueue<>();

    private int opened;
    private volatile LoopSite[] sites = {};

    /** @param computing takes what the asynchronous form computes */
    Loops(TaskInfo task, TaskSetup setup, Executor computing, int number) {
        this.form = task.async().apply(setup);
        this.setup = setup;
        this.computing = computing;
        resize(number);
    }

    /** A number for one more chain. */
    int nextChain() {
        return chains.getAndIncrement() & Integer.MAX_VALUE;
    }

    LoopSite siteOf(int chain) {
        LoopSite[] now = sites;
        return now.length == 1 ? now[0] : now[chain % now.length];
    }

    List<Task.Async> tasks() {
        return new ArrayList<>(tasks);
    }

    /** Of the first, and so of all. */
    String transport() {
        return sites[0].transport();
    }

    /** One thread at a time. */
    void resize(int number) {
        LoopSite[] before = sites;
        LoopSite[] next = new LoopSite[number];
        for (int i = 0; i < number; i++) next[i] = i < before.length ? before[i] : open();
        sites = next;
        for (int i = number; i < before.length; i++) if (before[i].retire()) close(before[i]);
    }

    private LoopSite open() {
        LoopSite site = new LoopSite("event-loop-" + opened++, form, setup, computing);
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

    /** The lag of the loop that was the latest: that is what somebody waited. */
    Map<String, Double> extra() {
        long most = 0;
        for (LoopSite site : sites) most = Math.max(most, site.takeLagNanos());
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
