package interleave.tasks.serve;

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
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

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
    private final Consumer<String> findings;
    private volatile boolean selecting;
    private volatile boolean closed;
    /** The leader's. */
    private boolean paused;

    private long pausedUntil;
    private boolean toldPause;

    /** @param findings told once if clients have to wait at the door */
    ServeTurns(ServerSocketChannel server, Consumer<String> findings) throws IOException {
        this.server = server;
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

    private void lead() throws IOException {
        try {
            selecting = true;
            selector.select(this::found, paused || !lingering.isEmpty() ? TICK_MILLIS : 0);
        } catch (ClosedSelectorException e) {
            // The run has ended.
        } finally {
            selecting = false;
            endOverdue();
            reopen();
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
            for (SocketChannel client = server.accept(); client != null; client = server.accept()) enter(client);
        } catch (IOException e) {
            if (closed) return;
            paused = true;
            pausedUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);
            door.interestOps(0);
            if (!toldPause) findings.accept(Echo.pauses(e));
            toldPause = true;
        }
    }

    private void enter(SocketChannel client) {
        try {
            ServeConnection connection = new ServeConnection(client);
            open.add(connection);
            connection.key = client.register(selector, SelectionKey.OP_READ, connection);
            if (closed) end(connection);
        } catch (IOException e) {
            // It has gone already.
        }
    }

    private void reopen() {
        if (!paused || closed || System.nanoTime() - pausedUntil < 0) return;
        paused = false;
        door.interestOps(SelectionKey.OP_ACCEPT);
    }

    /** A connection is served no more for now. */
    void giveBack(ServeConnection connection, ServeConnection.Turn turn) {
        switch (turn) {
            case ANSWERED_AND_ASKS -> queue.add(Optional.of(connection));
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
        open.remove(connection);
        connection.close();
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
