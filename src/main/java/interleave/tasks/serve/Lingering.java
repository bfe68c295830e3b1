package interleave.tasks.serve;

import io.netty.buffer.ByteBuf;
import io.netty.channel.socket.SocketChannel;
import java.util.concurrent.TimeUnit;

/**
 * The end of a connection all of whose answers are sent. One that is closed with something unread is reset, and the
 * client may lose an answer: so it is left some time to close it first, and what it still sends is thrown away. On the
 * loop.
 */
public final class Lingering {
    static final long LINGER_MILLIS = 500;
    static final int LINGER_BYTES = 1 << 20;

    private int discarded;
    private boolean begun;

    /** @param silent whether the client has said that it sends no more */
    public void begin(SocketChannel client, boolean silent) {
        begun = true;
        if (silent || !client.isActive()) client.close();
        else {
            client.shutdownOutput();
            client.config().setAutoRead(true);
            client.eventLoop().schedule(() -> client.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    public void discard(SocketChannel client, ByteBuf more) {
        discarded += more.readableBytes();
        more.release();
        if (discarded > LINGER_BYTES) client.close();
    }

    /** The client sends no more, either. @return whether that was all that was waited for */
    public boolean silent(SocketChannel client) {
        if (begun) client.close();
        return begun;
    }
}
