package interleave.task;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
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
    private static final long LINGER_MILLIS = 500;
    private static final int LINGER_BYTES = 1 << 20;

    private final ServeHall hall;
    private final Loop loop;
    private final ArrayDeque<Completion> tasks = new ArrayDeque<>();
    private final ArrayDeque<Connection> asking = new ArrayDeque<>();
    private final Set<Channel> open = new HashSet<>();
    /** Counted down once nobody is left of a loop that is being left. */
    private final CountDownLatch empty = new CountDownLatch(1);

    /** Whether tasks wait for clients; and clients for tasks. Other loops look at both. */
    private volatile boolean spare;

    private volatile boolean lacking;
    private volatile boolean retiring;
    /** Changed on the loop. */
    private volatile long refused;

    private boolean retired;
    private boolean serving;
    private boolean closed;

    ServeAsync(ServeHall hall, Loop loop) {
        this.hall = hall;
        this.loop = loop;
    }

    /** Gives a client to this loop, from another one. @return the loop */
    EventLoop welcome(SocketChannel client, int number) {
        client.pipeline().addLast(new Connection(number));
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

    /** It is among those asking, or reads, or waits until what it was answered has gone: one of these. */
    private final class Connection extends ChannelInboundHandlerAdapter {
        private final int number;
        private final Requests requests = new Requests();
        private ChannelHandlerContext context;
        private boolean asks;
        /** No answer follows. */
        private boolean ended;
        /** The client says no more, and may still listen. */
        private boolean silent;

        /** All is sent, and the client may hear it out. */
        private boolean lingers;

        private int discarded;

        Connection(int number) {
            this.number = number;
        }

        @Override
        public void channelActive(ChannelHandlerContext active) {
            context = active;
            open.add(active.channel());
            if (closed) active.close();
        }

        @Override
        public void channelRead(ChannelHandlerContext reading, Object message) {
            ByteBuf more = (ByteBuf) message;
            int count = more.readableBytes();
            if (ended) {
                more.release();
                discarded += count;
                if (discarded > LINGER_BYTES) reading.close();
                return;
            }
            int at = requests.grow(count);
            more.readBytes(requests.bytes(), at, count).release();
            ask();
        }

        /** That there may be a request in what was read, and room for its answer. */
        private void ask() {
            if (asks || ended || !context.channel().isWritable()) return;
            asks = true;
            asking.add(this);
            serve();
        }

        /** On its turn; a task waits. */
        void answerNext() {
            asks = false;
            if (ended) return;
            try {
                if (requests.next()) answer();
                else if (silent) endSilent();
                else context.channel().config().setAutoRead(true);
            } catch (Refusal e) {
                refused++;
                ended = true;
                context.writeAndFlush(Unpooled.wrappedBuffer(Echo.refusal(requests, e)))
                        .addListener(sent -> linger());
            }
        }

        private void answer() {
            // What was sent before its answer was read must be answered as well.
            boolean moves = hall.home(number) != ServeAsync.this && requests.empty();
            ended = requests.close() || moves;
            ChannelFuture written = context.writeAndFlush(Unpooled.wrappedBuffer(Echo.answer(requests, ended)));
            if (!ended) ask();
            else if (moves || !requests.empty()) written.addListener(sent -> linger());
            else written.addListener(ChannelFutureListener.CLOSE);
            tasks.remove().completed();
        }

        /** Nothing is left to answer: once all answers are sent, the connection ends. */
        private void endSilent() {
            ended = true;
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }

        /**
         * A connection that is closed with something unread is reset, and the client may lose the answer: so the client is
         * left some time to close it first.
         */
        private void linger() {
            lingers = true;
            SocketChannel client = (SocketChannel) context.channel();
            if (silent || !client.isActive()) client.close();
            else {
                client.shutdownOutput();
                client.config().setAutoRead(true);
                context.executor().schedule(() -> client.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext reading) {
            if (!ended && (asks || !reading.channel().isWritable()))
                reading.channel().config().setAutoRead(false);
        }

        /** Who does not read what was answered gets no further answer until it has. */
        @Override
        public void channelWritabilityChanged(ChannelHandlerContext writing) {
            ask();
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext told, Object event) {
            if (event != ChannelInputShutdownEvent.INSTANCE) return;
            silent = true;
            if (lingers) told.close();
            else if (!ended && requests.empty()) endSilent();
            else ask();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext failing, Throwable cause) {
            failing.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext inactive) {
            ended = true;
            open.remove(inactive.channel());
            leftBy();
        }
    }
}
