package interleave.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * A print stream that remembers why it could not write: a {@link PrintStream} by itself only knows that it could not. One
 * thread.
 */
public final class Output extends PrintStream {
    /** The kernel's words for EPIPE: whoever read has gone, as after {@code | head -1}, and has all it wanted. */
    private static final String NOBODY_READS = "Broken pipe";

    private static final int FAILED = 1;

    private final Watched watched;

    public Output(OutputStream to, Charset charset) {
        this(new Watched(to), charset);
    }

    private Output(Watched watched, Charset charset) {
        super(new BufferedOutputStream(watched), false, charset);
        this.watched = watched;
    }

    /**
     * Writes what is still waiting, and gives the exit status: the given one, or 1, told in one line, where something was
     * lost that somebody wanted.
     */
    public int status(int status, PrintStream err) {
        flush();
        Optional<String> lost = watched.failure.filter(why -> !why.equals(NOBODY_READS));
        lost.ifPresent(why -> err.println("interleave: standard output: " + why));
        return lost.isPresent() && status == 0 ? FAILED : status;
    }

    private static final class Watched extends FilterOutputStream {
        private Optional<String> failure = Optional.empty();

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
                if (failure.isEmpty()) failure = Optional.of(String.valueOf(e.getMessage()));
                throw e;
            }
        }
    }
}
