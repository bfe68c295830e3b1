package interleave.terminal;

import interleave.screen.Size;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.nativ.CLibrary;

/**
 * One terminal device by its file descriptor: its modes and its size, asked of the kernel by JNI. The numbers are those
 * of Linux ({@code asm-generic/termbits.h}), where they are the same on every architecture that JDK 25 runs on except
 * PowerPC.
 */
final class Tty {
    private static final long BRKINT = 0x2;
    private static final long ISTRIP = 0x20;
    private static final long INLCR = 0x40;
    private static final long IGNCR = 0x80;
    private static final long ICRNL = 0x100;
    private static final long IXON = 0x400;
    private static final long ISIG = 0x1;
    private static final long ICANON = 0x2;
    private static final long ECHO = 0x8;
    private static final long ECHONL = 0x40;
    private static final long IEXTEN = 0x8000;
    private static final int VTIME = 5;
    private static final int VMIN = 6;

    /** {@code O_WRONLY}, {@code O_RDWR} and {@code O_NONBLOCK} (asm-generic/fcntl.h). */
    private static final int WRITE_ONLY = 01;

    private static final int READ_WRITE = 02;
    private static final int NONBLOCK = 04000;

    private static final String FLAGS = "flags:";

    private final int descriptor;
    private final CLibrary.Termios original;

    /** Remembers the modes as they are. */
    Tty(int descriptor) throws IOException {
        this.descriptor = descriptor;
        this.original = modes();
    }

    static boolean isTerminal(int descriptor) {
        return CLibrary.isatty(descriptor) == 1;
    }

    /** The name of the terminal on a descriptor; null where that is none, or has no name here, as in a container. */
    static String name(int descriptor) {
        return CLibrary.ttyname(descriptor);
    }

    int descriptor() {
        return descriptor;
    }

    /** Every key as it is typed, unechoed: ^C, ^Z, ^S and Enter too. Output goes on as before. */
    void raw() throws IOException {
        CLibrary.Termios modes = modes();
        modes.c_iflag &= ~(BRKINT | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
        modes.c_lflag &= ~(ISIG | ICANON | ECHO | ECHONL | IEXTEN);
        modes.c_cc[VMIN] = 1;
        modes.c_cc[VTIME] = 0;
        set(modes);
    }

    /** The modes as they were found, at once: does not wait for output that the peer has not read. */
    void restore() throws IOException {
        set(original);
    }

    /** The size by the kernel; empty where it does not know. */
    Optional<Size> size() {
        return size(descriptor);
    }

    /** The same of any descriptor; empty where it is no terminal. */
    static Optional<Size> size(int descriptor) {
        CLibrary.WinSize size = new CLibrary.WinSize();
        int result = CLibrary.ioctl(descriptor, CLibrary.TIOCGWINSZ, size);
        int columns = Short.toUnsignedInt(size.ws_col);
        int rows = Short.toUnsignedInt(size.ws_row);
        return result == 0 && columns > 0 && rows > 0 ? Optional.of(new Size(columns, rows)) : Optional.empty();
    }

    /** True if a read gives something, if only an error, now or within this time; a negative one is forever. */
    boolean readable(int millis) {
        return CLibrary.pollForInput(descriptor, millis) != 0;
    }

    /** True if a descriptor of this process is non-blocking. */
    static boolean nonBlocking(int descriptor) {
        return nonBlocking(fdinfo(descriptor));
    }

    static boolean nonBlocking(String fdinfo) {
        return (flags(fdinfo) & NONBLOCK) != 0;
    }

    /** True if a descriptor of this process was opened for writing. */
    static boolean writable(int descriptor) {
        return writable(fdinfo(descriptor));
    }

    static boolean writable(String fdinfo) {
        return (flags(fdinfo) & (WRITE_ONLY | READ_WRITE)) != 0;
    }

    /** {@code /proc} knows a descriptor's flags without a system call of our own. */
    private static String fdinfo(int descriptor) {
        byte[] bytes = new byte[256];
        try (FileInputStream in = new FileInputStream(new File("/proc/self/fdinfo/" + descriptor))) {
            return new String(bytes, 0, Math.max(0, in.read(bytes)), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }

    /** Of the line {@code flags:}, a tab, the flags in octal digits ({@code man proc_pid_fdinfo}); else 0. */
    private static int flags(String fdinfo) {
        int at = fdinfo.indexOf(FLAGS);
        if (at < 0) return 0;
        int flags = 0;
        for (int i = at + FLAGS.length(); i < fdinfo.length() && fdinfo.charAt(i) != '\n'; i++)
            if (fdinfo.charAt(i) >= '0' && fdinfo.charAt(i) <= '7') flags = flags * 8 + fdinfo.charAt(i) - '0';
        return flags;
    }

    private CLibrary.Termios modes() throws IOException {
        CLibrary.Termios modes = new CLibrary.Termios();
        check("tcgetattr", CLibrary.tcgetattr(descriptor, modes));
        return modes;
    }

    private void set(CLibrary.Termios modes) throws IOException {
        check("tcsetattr", CLibrary.tcsetattr(descriptor, CLibrary.TCSANOW, modes));
    }

    private void check(String call, int result) throws IOException {
        if (result != 0) throw new IOException(call + " failed on file descriptor " + descriptor);
    }
}
