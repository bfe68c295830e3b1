package interleave.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.task.Fault;
import interleave.tasks.serve.Echo;
import interleave.tasks.serve.Refusal;
import interleave.tasks.serve.Requests;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Arrays;

/** One client of the service. Answers keep the order of the requests. */
final class ServiceConnection extends ChannelInboundHandlerAdapter {
    private static final byte[] CLOSE = Fault.PEER_CLOSES.path.getBytes(US_ASCII);
    private static final byte[] IGNORE = Fault.TIME_OUT.path.getBytes(US_ASCII);

    private final Answers answers;
    private final Requests requests = new Requests();
    private boolean ended;

    ServiceConnection(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf more = (ByteBuf) message;
        if (ended) {
            more.release();
            return;
        }
        int count = more.readableBytes();
        int at = requests.grow(count);
        more.readBytes(requests.bytes(), at, count).release();
        try {
            while (!ended && requests.next()) answer(context);
        } catch (Refusal e) {
            refuse(context, e);
        }
    }

    private void answer(ChannelHandlerContext context) {
        if (isFor(CLOSE)) {
            ended = true;
            context.close();
        } else if (!isFor(IGNORE)) echo(context);
    }

    private boolean isFor(byte[] path) {
        int at = requests.tokenAt();
        return Arrays.equals(requests.bytes(), at, at + requests.tokenLength(), path, 0, path.length);
    }

    private void echo(ChannelHandlerContext context) {
        ended = requests.close();
        byte[] echo = Echo.answer(requests, ended);
        ByteBuf bytes = context.alloc().directBuffer(echo.length).writeBytes(echo);
        answers.send(context, bytes, ended);
    }

    private void refuse(ChannelHandlerContext context, Refusal why) {
        ended = true;
        context.writeAndFlush(Unpooled.wrappedBuffer(Echo.refusal(requests, why)))
                .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
