package interleave.tasks.serve;

import interleave.task.NettyLoop;
import interleave.task.Place;
import interleave.task.Task;
import interleave.task.Work;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * An answer to the next request of any connection, by callbacks on an event loop, which owns the state. A connection
 * whose request finds no task waiting is read no further until there is one; where another loop has one to spare, that
 * one answers. A connection cannot change its loop: one that belongs elsewhere, since the number of loops has changed,
 * is told with an answer to come again.
 */
final class ServeAsync implements Task.Async {
    static final String REFUSED = "requests_refused";

    private static final long CLOSE_MILLIS = 500;

    private final ServeHall hall;
    private final NettyLoop loop;
    private final Executor computing;
    private final Work work;
    private final ArrayDeque<Completion> tasks = new ArrayDeque<>();
    private final ArrayDeque<ServeClient> asking = new ArrayDeque<>();
    private final Set<Channel> open = new HashSet<>();
    /** Counted down once nobody is left of a loop that is being left. */
    private final CountDownLatch empty = new CountDownLatch(1);

    /** True while tasks wait for clients; the next, while clients wait for tasks. Other loops look at both. */
    private volatile boolean spare;

    private volatile boolean lacking;
    private volatile boolean retiring;
    /** Changed on the loop. */
    private volatile long refused;

    private boolean retired;
    private boolean serving;
    private boolean closed;

    /** @param work what there is to compute before an answer, where the place computes */
    ServeAsync(ServeHall hall, Place place, Work work) {
        this.hall = hall;
        this.loop = place.loop();
        this.computing = place.computing();
        this.work = work;
    }

    /** Gives a client to this loop, from another one. @return the loop */
    EventLoop welcome(SocketChannel client, int number) {
        client.pipeline().addLast(new ServeClient(this, number));
        return loop.events();
    }

    @Override
    public void start(Completion done) {
        if (hall.broken().isPresent()) done.failed(hall.broken().get());
        else {
            tasks.add(done);
            serve();
        }
    }

    private static CancellationException cancelled() {
        return new CancellationException("the task was closed");
    }

    /** Tasks that begin as others end here have their turn in the same round. */
    private void serve() {
        if (serving) return;
        serving = true;
        while (!tasks.isEmpty() && !asking.isEmpty()) asking.remove().answerNext();
        serving = false;
        if (retired || closed) passOn();
        level();
    }

    /**
     * Each loop says what it has before it looks at what the others have: of two that need each other at the same time,
     * one sees it.
     */
    private void level() {
        boolean has = !tasks.isEmpty();
        boolean lacks = !has && !asking.isEmpty();
        if (spare != has) spare = has;
        if (lacking != lacks) lacking = lacks;
        if (!has && !lacks) return;
        for (ServeAsync other : hall.all())
            if (other != this && (has ? other.lacking : other.spare)) {
                if (has) lend(other);
                else other.execute(() -> other.lend(this));
                return;
            }
    }

    /** Gives a task that waits here to a loop that lacks one. */
    private void lend(ServeAsync other) {
        if (!asking.isEmpty() || tasks.isEmpty()) return;
        Completion done = tasks.remove();
        if (!other.takeOver(this, done)) tasks.add(done);
        spare = !tasks.isEmpty();
    }

    /** Where this loop ends and the run does not, the first loop does what waits here; else it is cancelled. */
    private void passOn() {
        ServeAsync first = hall.first();
        while (!tasks.isEmpty()) {
            Completion done = tasks.remove();
            if (first == this || !first.takeOver(this, done)) done.failed(cancelled());
        }
    }

    /** Does a task that another loop has. On that loop. @return false if this one has ended */
    private boolean takeOver(ServeAsync holder, Completion done) {
        Completion lent = done instanceof Lent ? done : new Lent(holder, done);
        return execute(() -> start(lent));
    }

    /** @return false if the loop has ended */
    boolean execute(Runnable work) {
        try {
            loop.events().execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Its end is told on its own loop, unless that has ended: then nobody waits for it. */
    private record Lent(ServeAsync owner, Completion done) implements Completion {
        @Override
        public void completed() {
            owner.execute(done::completed);
        }

        @Override
        public void failed(Throwable why) {
            owner.execute(() -> done.failed(why));
        }
    }

    @Override
    public int port() {
        return hall.port();
    }

    @Override
    public String transport() {
        return loop.transport();
    }

    @Override
    public void retire() {
        retiring = true;
        hall.leave(this);
    }

    /** Nobody comes here from now on; those who do not ask any more are let go. */
    void depart() {
        execute(() -> {
            retired = true;
            serve();
            leftBy();
        });
    }

    private void leftBy() {
        if (retired && open.isEmpty()) empty.countDown();
    }

    /** Where only this loop ends, clients have some time to hear that they have to come again. */
    @Override
    public void close() {
        try {
            if (retiring) empty.await(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        hall.ended(this);
        loop.events().submit(this::end).awaitUninterruptibly(CLOSE_MILLIS);
    }

    private void end() {
        closed = true;
        List.copyOf(open).forEach(Channel::close);
        passOn();
        spare = false;
        lacking = false;
    }

    /** Requests that were refused here, and the clients' fault. */
    @Override
    public Map<String, Double> extra() {
        return Map.of(REFUSED, (double) refused);
    }

    /** A client has come to this loop. */
    void entered(Channel client) {
        open.add(client);
        if (closed) client.close();
    }

    void left(Channel client) {
        open.remove(client);
        leftBy();
    }

    /** There may be a request of it: it is told when it is its turn, and there is a task. */
    void ask(ServeClient client) {
        asking.add(client);
        serve();
    }

    /** On its turn, a client has a request: it is answered as soon as the work for it is done. */
    void answer(ServeClient client) {
        Completion done = tasks.remove();
        if (work.none()) worked(client, done, null);
        else if (computing == Place.ON_THE_LOOP) worked(client, done, failureOfWork());
        else {
            client.waits();
            computing.execute(() -> workFor(client, done));
        }
    }

    private void workFor(ServeClient client, Completion done) {
        Throwable failure = failureOfWork();
        boolean told = execute(() -> worked(client, done, failure));
        // Nobody waits for what this loop still had once it has ended.
        if (!told && done instanceof Lent) done.failed(cancelled());
    }

    /** @return null if it did not fail */
    private Throwable failureOfWork() {
        try {
            work.perform();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private void worked(ServeClient client, Completion done, Throwable failure) {
        if (!client.answered()) {
            // It has gone meanwhile: the next one's request is as good.
            tasks.addFirst(done);
            serve();
        } else if (failure == null) done.completed();
        else done.failed(failure);
    }

    void refused() {
        refused++;
    }

    /** True if a client belongs here. */
    boolean isHome(int client) {
        return hall.home(client) == this;
    }
}
