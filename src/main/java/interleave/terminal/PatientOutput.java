package interleave.terminal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.BooleanSupplier;

/**
 * Writes to a terminal, and waits where the kernel says EAGAIN. A descriptor is non-blocking where a program that
 * shares it has left it so, or does so now: the flag is of the open terminal, not of a process. A plain stream fails
 * then, and does not say how much it had written; a channel does, but its classes are too many for the way to the first
 * picture, so it is made only once it is needed. One thread.
 */
final class PatientOutput extends OutputStream {
    /** A frame went out in part, and then as a whole: what the terminal shows now is uncertain. */
    static final class TornException extends IOException {
        private static final long serialVersionUID = 1;

        private TornException(IOException cause) {
            super("a frame was cut short", cause);
        }
    }

    /** CAN ends a sequence of which only the beginning got through. */
    private static final byte[] CANCEL = {0x18};

    private final FileOutputStream out;
    private final BooleanSupplier nonBlocking;
    private final Runnable writable;
    private FileChannel channel;

    /**
     * @param nonBlocking whether the descriptor is so now
     * @param writable waits until the descriptor takes bytes, or gives an error
     */
    PatientOutput(FileOutputStream out, BooleanSupplier nonBlocking, Runnable writable) {
        this.out = out;
        this.nonBlocking = nonBlocking;
        this.writable = writable;
        if (nonBlocking.getAsBoolean()) channel = out.getChannel();
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet});
    }

    /**
     * Returns once all has been taken.
     *
     * @throws TornException when it has, but a part of it twice
     */
    @Override
    public void write(byte[] bytes) throws IOException {
        if (channel != null) {
            writeAll(bytes);
            return;
        }
        try {
            out.write(bytes);
        } catch (IOException e) {
            if (!nonBlocking.getAsBoolean()) throw e;
            channel = out.getChannel();
            writeAll(CANCEL);
            writeAll(bytes);
            throw new TornException(e);
        }
    }

    private void writeAll(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) if (channel.write(rest) == 0) writable.run();
    }
}
