package interleave.cli;

import interleave.kernel.Peer;
import interleave.kernel.Reason;
import interleave.spec.ExitStatus;
import interleave.terminal.DescriptorOutput;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * A print stream that remembers why it could not write, where a {@link PrintStream} by itself only knows that it could
 * not; and that can tell when its reader has gone, before anything is written. One thread writes.
 */
public final class Output extends PrintStream {
    /** The kernel's words for EPIPE: whoever read has gone, as after {@code | head -1}, and has all it wanted. */
    private static final String NOBODY_READS = "Broken pipe";

    private static final int FAILED = ExitStatus.FAILED;

    private final Watched watched;
    private final OptionalInt descriptor;
    private final CompletableFuture<Peer> peer = new CompletableFuture<>();

    public Output(OutputStream to, Charset charset) {
        this(new Watched(to), OptionalInt.empty(), charset);
    }

    private Output(Watched watched, OptionalInt descriptor, Charset charset) {
        super(new BufferedOutputStream(watched), false, charset);
        this.watched = watched;
        this.descriptor = descriptor;
    }

    /** Standard output. */
    public static Output standard() {
        OutputStream whole = new DescriptorOutput(FileDescriptor.out, () -> Peer.awaitWritable(1));
        return new Output(new Watched(whole), OptionalInt.of(1), System.out.charset());
    }

    /** Standard error: each line at once. */
    public static PrintStream standardError() {
        OutputStream whole = new DescriptorOutput(FileDescriptor.err, () -> Peer.awaitWritable(2));
        return new PrintStream(new BufferedOutputStream(whole), true, System.err.charset());
    }

    /** Has {@code told} run, on a thread of its own, when nobody reads any more. Once. */
    void whenNobodyReads(Runnable told) {
        descriptor.ifPresent(
                number -> Thread.ofPlatform().daemon().name("reader").start(() -> watch(number, told)));
    }

    private void watch(int number, Runnable told) {
        Peer reader = new Peer(number);
        peer.complete(reader);
        if (reader.awaitGone()) told.run();
    }

    /** True if something could not be written. */
    boolean failed() {
        return watched.failure.isPresent();
    }

    /**
     * Writes what is still waiting, and gives the exit status: the given one, or 1, told in one line, where something
     * was lost that somebody wanted.
     */
    public int status(int status, PrintStream err) {
        flush();
        peer.thenAccept(Peer::close);
        Optional<String> lost = watched.failure.filter(why -> !why.equals(NOBODY_READS));
        lost.ifPresent(why -> err.println("interleave: standard output: " + why));
        return lost.isPresent() && status == 0 ? FAILED : status;
    }

    private static final class Watched extends FilterOutputStream {
        private volatile Optional<String> failure = Optional.empty();

        Watched(OutputStream to) {
            super(to);
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            try {
                out.write(bytes, offset, count);
            } catch (IOException e) {
                if (failure.isEmpty()) failure = Optional.of(Reason.of(e));
                throw e;
            }
        }
    }
}
