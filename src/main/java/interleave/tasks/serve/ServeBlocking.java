package interleave.tasks.serve;

import interleave.task.Released;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Unable;
import interleave.task.Waiters;
import interleave.task.Work;
import interleave.task.WrongResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * An answer to the next request of any connection, by a thread that waits for it. All threads that wait share one
 * selector, so that a client that asks for nothing keeps none of them, and none sleeps while a request is there.
 */
final class ServeBlocking implements Task.Blocking {
    private static final BooleanSupplier STAYS = () -> false;

    private final Waiters waiters = new Waiters();
    private final Work work;
    private final LongAdder refused = new LongAdder();
    private Optional<ServeTurns> turns = Optional.empty();
    private Optional<Unable> broken = Optional.empty();
    private int port;

    ServeBlocking(TaskSetup setup, Seats seats) {
        work = setup.work();
        try {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), LoopbackServer.BACKLOG);
            port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            turns = Optional.of(new ServeTurns(server, seats, setup.findings()));
        } catch (IOException e) {
            broken = Optional.of(Echo.cannotListen(e));
        }
    }

    @Override
    public void call() throws Exception {
        call(STAYS);
    }

    @Override
    public void call(BooleanSupplier leaves) throws Exception {
        if (broken.isPresent()) throw broken.get();
        int ticket = waiters.begin();
        try {
            boolean answered = false;
            // If not, that client had no whole request, or does not read its answer: the next one's is as good.
            while (!answered) {
                if (leaves.getAsBoolean()) throw new Released();
                answered = answerOne(turns.orElseThrow());
            }
        } finally {
            waiters.end(ticket);
        }
    }

    @Override
    public void release() {
        waiters.interrupt();
    }

    private boolean answerOne(ServeTurns from) throws IOException, InterruptedException, WrongResult {
        ServeConnection connection;
        try {
            connection = from.take();
        } catch (InterruptedException e) {
            if (from.closed()) throw e;
            // It is to look whether it leaves.
            return false;
        }
        ServeConnection.Turn turn = ServeConnection.Turn.ENDS;
        try {
            turn = connection.serve(work);
        } catch (IOException e) {
            // It went away.
        } finally {
            from.giveBack(connection, turn);
        }
        if (turn == ServeConnection.Turn.REFUSED) refused.increment();
        return turn.answered;
    }

    /** Requests that were refused, and the clients' fault. */
    @Override
    public Map<String, Double> extra() {
        return Map.of(ServeAsync.REFUSED, (double) refused.sum());
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String transport() {
        return "blocking";
    }

    @Override
    public void close() {
        turns.ifPresent(ServeTurns::close);
        waiters.close();
    }
}
