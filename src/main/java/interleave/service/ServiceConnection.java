package interleave.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.task.Fault;
import interleave.tasks.serve.Echo;
import interleave.tasks.serve.Lingering;
import interleave.tasks.serve.Refusal;
import interleave.tasks.serve.Requests;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.SocketChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One client of the service, on its loop. Answers keep the order of the requests, a refusal included. Who does not read
 * what was answered is read no further until it has, and who says no more gets all that it asked for.
 */
final class ServiceConnection extends ChannelInboundHandlerAdapter {
    /** So many answers of one client may wait for their time at once: clients of ours have one. */
    static final int MOST_WAITING = 64;

    /**
     * A client that says no more has so long to get its answers. One that is gone looks the same until it is written
     * to, and with a long latency its connection would stay as long as that.
     */
    private static final int SILENT_SECONDS = 2;

    private static final byte[] CLOSE = Fault.PEER_CLOSES.path.getBytes(US_ASCII);
    private static final byte[] IGNORE = Fault.TIME_OUT.path.getBytes(US_ASCII);

    private final Answers answers;
    private final Requests requests = new Requests();
    private final Lingering lingering = new Lingering();
    private ChannelHandlerContext context;
    /** Answers that wait for their time. */
    private int waiting;
    /** Sent behind them. */
    private Optional<ByteBuf> refusal = Optional.empty();
    /** No request is looked for any more. */
    private boolean ended;
    /** The client says no more, and may still listen. */
    private boolean silent;

    private boolean taking;

    ServiceConnection(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    private SocketChannel client() {
        return (SocketChannel) context.channel();
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        ByteBuf more = (ByteBuf) message;
        if (ended) {
            lingering.discard(client(), more);
            return;
        }
        int count = more.readableBytes();
        int at = requests.grow(count);
        more.readBytes(requests.bytes(), at, count).release();
        take();
    }

    /** Takes the requests that are there, as long as there is room for their answers. */
    private void take() {
        if (taking || ended) return;
        taking = true;
        try {
            while (!ended && !full() && requests.next()) answer();
        } catch (Refusal e) {
            ended = true;
            refusal = Optional.of(Unpooled.wrappedBuffer(Echo.refusal(requests, e)));
        } finally {
            taking = false;
        }
        if (ended) refuseInTurn();
        else if (full()) client().config().setAutoRead(false);
        else if (silent) endSilent();
        else client().config().setAutoRead(true);
    }

    private boolean full() {
        return waiting >= MOST_WAITING || !client().isWritable();
    }

    private void answer() {
        if (isFor(CLOSE)) {
            ended = true;
            context.close();
        } else if (!isFor(IGNORE)) echo();
    }

    private boolean isFor(byte[] path) {
        int at = requests.tokenAt();
        return Arrays.equals(requests.bytes(), at, at + requests.tokenLength(), path, 0, path.length);
    }

    private void echo() {
        ended = requests.close();
        byte[] echo = Echo.answer(requests, ended);
        ByteBuf bytes = context.alloc().directBuffer(echo.length).writeBytes(echo);
        waiting++;
        answers.send(this, bytes, ended);
    }

    boolean isActive() {
        return client().isActive();
    }

    void flush() {
        context.flush();
    }

    /** An answer's time has come. */
    void write(ByteBuf bytes, boolean last) {
        waiting--;
        context.write(bytes, context.voidPromise());
        if (last) context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> end());
        else if (ended) refuseInTurn();
        else if (silent || !requests.empty() || !client().config().isAutoRead()) take();
    }

    /** With nothing left of what the client has sent, there is nothing to wait for. */
    private void end() {
        if (requests.empty()) client().close();
        else lingering.begin(client(), silent);
    }

    private void refuseInTurn() {
        if (waiting > 0 || refusal.isEmpty()) return;
        ByteBuf words = refusal.get();
        refusal = Optional.empty();
        context.writeAndFlush(words).addListener(sent -> lingering.begin(client(), silent));
    }

    /** Once all answers are sent. */
    private void endSilent() {
        if (waiting > 0) return;
        ended = true;
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext writing) {
        take();
        // Where nothing more comes in, no end of a read would send what was answered here.
        writing.flush();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext told, Object event) {
        if (event != ChannelInputShutdownEvent.INSTANCE) return;
        silent = true;
        if (lingering.silent(client())) return;
        take();
        if (waiting > 0) context.executor().schedule(() -> client().close(), SILENT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext read) {
        read.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failing, Throwable cause) {
        failing.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        ended = true;
        refusal.ifPresent(ByteBuf::release);
        refusal = Optional.empty();
    }
}
