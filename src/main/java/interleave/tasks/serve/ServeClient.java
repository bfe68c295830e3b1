package interleave.tasks.serve;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;

/**
 * A client of a loop that serves, which owns its state. It is among those asking, or reads, or waits until what it was
 * answered has gone: one of these.
 */
final class ServeClient extends ChannelInboundHandlerAdapter {
    private final ServeAsync place;
    private final int number;
    private final Requests requests = new Requests();
    private ChannelHandlerContext context;
    private boolean asks;
    /** True while its answer is computed elsewhere. */
    private boolean waits;
    /** No answer follows. */
    private boolean ended;
    /** The client says no more, and may still listen. */
    private boolean silent;

    private final Lingering lingering = new Lingering();

    ServeClient(ServeAsync place, int number) {
        this.place = place;
        this.number = number;
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        context = active;
        place.entered(active.channel());
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        ByteBuf more = (ByteBuf) message;
        if (ended) {
            lingering.discard((SocketChannel) reading.channel(), more);
            return;
        }
        int count = more.readableBytes();
        int at = requests.grow(count);
        more.readBytes(requests.bytes(), at, count).release();
        ask();
    }

    /** That there may be a request in what was read, and room for its answer. */
    private void ask() {
        if (asks || waits || ended || !context.channel().isWritable()) return;
        asks = true;
        place.ask(this);
    }

    /** On its turn; a task waits. */
    void answerNext() {
        asks = false;
        if (ended) return;
        try {
            if (requests.next()) place.answer(this);
            else if (silent) endSilent();
            else context.channel().config().setAutoRead(true);
        } catch (Refusal e) {
            place.refused();
            ended = true;
            context.writeAndFlush(Unpooled.wrappedBuffer(Echo.refusal(requests, e)))
                    .addListener(sent -> linger());
        }
    }

    /** It is answered later, and not read meanwhile. */
    void waits() {
        waits = true;
    }

    /** Sends the answer to the request that was found. @return false if nobody is left to take it */
    boolean answered() {
        waits = false;
        if (ended) return false;
        answer();
        return true;
    }

    private void answer() {
        // A request that was sent before an answer was read must be answered as well.
        boolean moves = !place.isHome(number) && requests.empty();
        ended = requests.close() || moves;
        ChannelFuture written = context.writeAndFlush(Unpooled.wrappedBuffer(Echo.answer(requests, ended)));
        if (!ended) ask();
        else if (moves || !requests.empty()) written.addListener(sent -> linger());
        else written.addListener(ChannelFutureListener.CLOSE);
    }

    /** Nothing is left to answer: once all answers are sent, the connection ends. */
    private void endSilent() {
        ended = true;
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    private void linger() {
        lingering.begin((SocketChannel) context.channel(), silent);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext reading) {
        if (!ended && (asks || waits || !reading.channel().isWritable()))
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
        if (lingering.silent((SocketChannel) told.channel()) || waits) return;
        if (!ended && requests.empty()) endSilent();
        else ask();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failing, Throwable cause) {
        failing.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        ended = true;
        place.left(inactive.channel());
    }
}
