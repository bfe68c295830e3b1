package interleave.service;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.task.Fault;
import interleave.tasks.serve.Echo;
import interleave.tasks.serve.Requests;
import interleave.tasks.serve.Requests.BadRequest;
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
    private byte[] head = head(0);
    private int headFor;
    private boolean ended;

    ServiceConnection(Answers answers) {
        this.answers = answers;
    }

    private static byte[] head(int length) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(US_ASCII);
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
        } catch (BadRequest e) {
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
        int length = requests.tokenLength();
        if (length != headFor) {
            head = head(length);
            headFor = length;
        }
        ByteBuf bytes = context.alloc()
                .directBuffer(head.length + length)
                .writeBytes(head)
                .writeBytes(requests.bytes(), requests.tokenAt(), length);
        ended = requests.close();
        answers.send(context, bytes, ended);
    }

    private void refuse(ChannelHandlerContext context, BadRequest why) {
        ended = true;
        context.writeAndFlush(Unpooled.wrappedBuffer(Echo.refusal(why))).addListener(ChannelFutureListener.CLOSE);
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
