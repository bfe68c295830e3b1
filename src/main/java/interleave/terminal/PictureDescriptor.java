package interleave.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The descriptor that the picture is written to: the terminal's, but standard output only where neither standard error
 * nor standard input leads to the same terminal and may be written. A JVM that crashes prints a page on descriptor 1
 * whatever its options say, since it sets that up before it reads them (JDK 25, {@code VMError::out}).
 */
record PictureDescriptor(int number, FileDescriptor descriptor) {
    private static final int IN = 0;
    private static final int OUT = 1;
    private static final int ERR = 2;

    /** Of a process whose standard output is a terminal. */
    static PictureDescriptor ofThisProcess() {
        if (isLikeOutput(ERR)) return new PictureDescriptor(ERR, FileDescriptor.err);
        if (isLikeOutput(IN)) return new PictureDescriptor(IN, FileDescriptor.in);
        return new PictureDescriptor(OUT, FileDescriptor.out);
    }

    private static boolean isLikeOutput(int number) {
        String name = Tty.name(number);
        return name != null && name.equals(Tty.name(OUT)) && Tty.writable(number);
    }

    /**
     * From now on what is printed on {@link System#out} comes by this descriptor, and what the JVM itself prints goes
     * nowhere, unless both are one.
     */
    void leaveStandardOutput() throws IOException {
        if (number == OUT) return;
        Charset charset = System.out.charset();
        System.setOut(new PrintStream(new FileOutputStream(descriptor), true, charset));
        // The JDK closes none of the three standard descriptors: it puts /dev/null in their place.
        new FileOutputStream(FileDescriptor.out).close();
    }
}
