package interleave.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * A descriptor of this process, all of whose bytes arrive: where it is non-blocking, as an earlier program may have
 * left it, EAGAIN means to wait. A plain stream fails then, and does not say how much it had written. One thread.
 */
public final class DescriptorOutput extends OutputStream {
    private final WritableByteChannel channel;
    private final Runnable awaitWritable;

    /** @param awaitWritable waits until the descriptor takes bytes, or gives an error */
    @SuppressWarnings("resource") // The descriptor is the process's.
    public DescriptorOutput(FileDescriptor descriptor, Runnable awaitWritable) {
        this(new FileOutputStream(descriptor).getChannel(), awaitWritable);
    }

    DescriptorOutput(WritableByteChannel channel, Runnable awaitWritable) {
        this.channel = channel;
        this.awaitWritable = awaitWritable;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, offset, count);
        while (rest.hasRemaining()) if (channel.write(rest) == 0) awaitWritable.run();
    }
}
