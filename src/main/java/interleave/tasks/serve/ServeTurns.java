package interleave.tasks.serve;

import interleave.kernel.Reason;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Whose turn it is of many clients, for threads that serve one at a time: leader and followers. One of the threads that
 * wait leads: it asks the selector who can be served, and lets clients in; it puts those that it finds into a queue,
 * and the right to lead behind them. The others wait for the queue. Safe from any thread.
 */
final class ServeTurns implements AutoCloseable {
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(Lingering.LINGER_MILLIS);

    /**
     * The time for which nobody is let in after a descriptor was missing, and between two looks at those that linger.
     */
    private static final long TICK_MILLIS = 100;

    /** In the queue it stands for the right to lead, of which there is one. */
    private static final Optional<ServeConnection> LEAD = Optional.empty();

    private final LinkedBlockingQueue<Optional<ServeConnection>> queue = new LinkedBlockingQueue<>();
    private final Set<ServeConnection> open = ConcurrentHashMap.newKeySet();
    /** Those first that linger longest. */
    private final Queue<ServeConnection> lingering = new ConcurrentLinkedQueue<>();

    private final Selector selector = Selector.open();
    private final ServerSocketChannel server;
    private final SelectionKey door;
    private final Seats seats;
    private final Consumer<String> findings;
    private volatile boolean selecting;
    private volatile boolean closed;
    /** The leader's: nobody is let in. Clients that leave look at it. */
    private volatile boolean shut;

    private long shutUntil;
    private boolean toldPause;
    private boolean toldAddress;

    /**
     * @param seats for how many clients at once there is room
     * @param findings told of the address as the first client comes, and once if clients have to wait at the door
     */
    ServeTurns(ServerSocketChannel server, Seats seats, Consumer<String> findings) throws IOException {
        this.server = server;
        this.seats = seats;
        this.findings = findings;
        server.configureBlocking(false);
        door = server.register(selector, SelectionKey.OP_ACCEPT);
        queue.add(LEAD);
    }

    /** Waits for a connection that can be read or written. It is the caller's until it is given back. */
    ServeConnection take() throws InterruptedException, IOException {
        for (; ; ) {
            Optional<ServeConnection> turn = queue.take();
            if (turn.isPresent()) return turn.get();
            if (closed) throw new InterruptedException("the task was closed");
            lead();
        }
    }

    boolean closed() {
        return closed;
    }

    private void lead() throws IOException {
        try {
            selecting = true;
            // Who leaves from now on wakes the selector; of those who left before, this sees the room.
            reopen();
            // Behind the right to lead may stand who has asked for more: nobody waits for others then.
            if (!queue.isEmpty()) selector.selectNow(this::found);
            else selector.select(this::found, shut && seats.free() || !lingering.isEmpty() ? TICK_MILLIS : 0);
        } catch (ClosedSelectorException | CancelledKeyException e) {
            // The run has ended.
        } finally {
            selecting = false;
            endOverdue();
            queue.add(LEAD);
        }
    }

    private void found(SelectionKey key) {
        if (key == door) letIn();
        else {
            ServeConnection connection = (ServeConnection) key.attachment();
            if (connection.lingers) hearOut(connection);
            else {
                key.interestOps(0);
                queue.add(Optional.of(connection));
            }
        }
    }

    private void letIn() {
        try {
            while (seats.free()) {
                SocketChannel client = server.accept();
                if (client == null) return;
                enter(client);
            }
            shut(seats.taken(), 0);
        } catch (IOException e) {
            if (!closed) shut(Reason.of(e), TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS));
        }
    }

    private void shut(String why, long nanos) {
        shut = true;
        shutUntil = System.nanoTime() + nanos;
        door.interestOps(0);
        if (!toldPause) findings.accept(Echo.pauses(why));
        toldPause = true;
    }

    private void reopen() {
        if (!shut || closed || !seats.free() || System.nanoTime() - shutUntil < 0) return;
        shut = false;
        door.interestOps(SelectionKey.OP_ACCEPT);
    }

    private void enter(SocketChannel client) {
        ServeConnection connection = new ServeConnection(client);
        open.add(connection);
        seats.take();
        // The first is the run's own: others are told of the address once they cannot take its place.
        if (!toldAddress) findings.accept(Echo.address(server.socket().getLocalPort()));
        toldAddress = true;
        try {
            connection.enter(selector);
            if (closed) end(connection);
        } catch (IOException e) {
            // It has gone already.
            end(connection);
        }
    }

    /** A connection is served no more for now. */
    void giveBack(ServeConnection connection, ServeConnection.Turn turn) {
        switch (turn) {
            case ANSWERED_AND_ASKS -> askAgain(connection);
            case ANSWERED, READS -> watch(connection, SelectionKey.OP_READ);
            case WRITES -> watch(connection, SelectionKey.OP_WRITE);
            case REFUSED -> linger(connection);
            case ANSWERED_AND_ENDS -> {
                if (connection.hasMore()) linger(connection);
                else end(connection);
            }
            case ENDS -> end(connection);
        }
    }

    /** Its next request has come already. The leader may be the only one there is to take it. */
    private void askAgain(ServeConnection connection) {
        queue.add(Optional.of(connection));
        if (selecting) selector.wakeup();
    }

    private void watch(ServeConnection connection, int operations) {
        try {
            connection.key.interestOps(operations);
            if (selecting) selector.wakeup();
        } catch (CancelledKeyException e) {
            // The run has ended, and the connection with it.
        }
    }

    /**
     * Closed with something unread it would be reset, and the client lose the answer: so the client may close first.
     */
    private void linger(ServeConnection connection) {
        try {
            connection.channel.shutdownOutput();
            connection.lingersUntil = System.nanoTime() + LINGER_NANOS;
            connection.lingers = true;
            lingering.add(connection);
            watch(connection, SelectionKey.OP_READ);
        } catch (IOException e) {
            end(connection);
        }
    }

    private void hearOut(ServeConnection connection) {
        try {
            if (connection.discard()) return;
        } catch (IOException e) {
            // It went away.
        }
        end(connection);
    }

    private void endOverdue() {
        long now = System.nanoTime();
        for (ServeConnection first = lingering.peek();
                first != null && (!first.channel.isOpen() || now - first.lingersUntil >= 0);
                first = lingering.peek()) {
            lingering.remove();
            end(first);
        }
    }

    private void end(ServeConnection connection) {
        connection.close();
        if (!open.remove(connection)) return;
        seats.leave();
        if (shut && selecting) selector.wakeup();
    }

    /** Whoever waits is to be interrupted next. */
    @Override
    public void close() {
        closed = true;
        try {
            server.close();
            selector.close();
        } catch (IOException e) {
            // They are gone either way.
        }
        open.forEach(this::end);
    }
}
