package interleave.terminal;

import interleave.screen.Glyphs;
import interleave.screen.Size;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jline.nativ.CLibrary;
import org.jline.nativ.JLineLibrary;

/** A real pseudo-terminal, of which the test is the peer. */
final class Pty implements AutoCloseable {
    private final int peer;
    private final int terminal;
    private final FileDescriptor peerFile;
    private final FileDescriptor terminalFile;
    private int writes;

    Pty(Size size) {
        int[] peers = new int[1];
        int[] terminals = new int[1];
        int result = CLibrary.openpty(
                peers, terminals, new byte[256], null, new CLibrary.WinSize((short) size.rows(), (short)
                        size.columns()));
        if (result != 0) throw new AssertionError("openpty failed");
        peer = peers[0];
        terminal = terminals[0];
        peerFile = JLineLibrary.newFileDescriptor(peer);
        terminalFile = JLineLibrary.newFileDescriptor(terminal);
    }

    TtyTerminal open() throws IOException {
        OutputStream out = new PatientOutput(
                new FileOutputStream(terminalFile),
                () -> Tty.nonBlocking(terminal),
                () -> Libc.awaitWritable(terminal));
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("a byte by itself");
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                writes++;
                out.write(bytes);
            }
        };
        return new TtyTerminal(
                new Tty(terminal),
                new FileInputStream(terminalFile),
                counting,
                new Palette(ColorDepth.INDEXED_256),
                Glyphs.BRAILLE,
                new Size(80, 24),
                new PasteBrackets(true, System::nanoTime));
    }

    /** To be read after the writer has been seen to be done. */
    int writes() {
        return writes;
    }

    /** All modes of the terminal, comparable. */
    List<Object> modes() {
        CLibrary.Termios modes = new CLibrary.Termios();
        CLibrary.tcgetattr(terminal, modes);
        return List.of(
                modes.c_iflag,
                modes.c_oflag,
                modes.c_cflag,
                modes.c_lflag,
                Arrays.toString(modes.c_cc),
                modes.c_ispeed,
                modes.c_ospeed);
    }

    /** Lets reads and writes of the terminal's side wait or not; the peer's side is a file of its own. */
    @SuppressWarnings("restricted")
    void block(boolean wait) {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor three = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        try {
            // F_SETFL and O_NONBLOCK. What follows the second argument is variadic.
            int result = (int) linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("fcntl"), three, Linker.Option.firstVariadicArg(2))
                    .invokeExact(terminal, 4, wait ? 0 : 04000);
            if (result != 0) throw new AssertionError("fcntl failed");
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    void resize(Size size) {
        CLibrary.ioctl(peer, CLibrary.TIOCSWINSZ, new CLibrary.WinSize((short) size.rows(), (short) size.columns()));
    }

    void type(String text) throws IOException {
        FileOutputStream out = new FileOutputStream(peerFile);
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads as the peer until this text has come; gives all that came. */
    String readUntil(String end) throws IOException {
        FileInputStream in = new FileInputStream(peerFile);
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        byte[] bytes = new byte[4096];
        while (!got.toString(StandardCharsets.UTF_8).endsWith(end)) {
            if (CLibrary.pollForInput(peer, 5000) <= 0) throw new AssertionError("only got " + got);
            got.write(bytes, 0, in.read(bytes));
        }
        return got.toString(StandardCharsets.UTF_8);
    }

    /** Reads as the peer, and throws away what comes, until nothing more does and this is so. */
    void drainUntil(BooleanSupplier done) throws IOException {
        FileInputStream in = new FileInputStream(peerFile);
        byte[] bytes = new byte[4096];
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (CLibrary.pollForInput(peer, 20) > 0 || !done.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("never done");
            if (CLibrary.pollForInput(peer, 20) > 0) in.read(bytes);
        }
    }

    /** A line from the terminal's side, as a shell would read it. */
    String readAsShell() throws IOException {
        if (CLibrary.pollForInput(terminal, 5000) <= 0) throw new AssertionError("nothing was left");
        byte[] bytes = new byte[4096];
        int count = new FileInputStream(terminalFile).read(bytes);
        return new String(bytes, 0, count, StandardCharsets.UTF_8);
    }

    void hangUp() throws IOException {
        new FileOutputStream(peerFile).close();
    }

    @Override
    public void close() throws IOException {
        if (peerFile.valid()) hangUp();
    }
}
