package interleave.kernel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The standard output that this process was given. Messages alone go there, on a descriptor of their own; what the JVM
 * prints, as with {@code -Xlog:gc}, goes where standard error does.
 *
 * @param messages the same pipe under another number; the same number where the system gives no other
 * @param apart whether the number is another
 */
public record StandardOutput(OutputStream messages, boolean apart) {
    private static final long OUT = 1;
    private static final long ERR = 2;

    public static StandardOutput ofThisProcess() {
        try {
            return new StandardOutput(new FileOutputStream("/proc/self/fd/" + OUT, true), true);
        } catch (IOException e) {
            return new StandardOutput(new FileOutputStream(FileDescriptor.out), false);
        }
    }

    /**
     * From now on standard output is standard error to everybody else. Not done at the very start, whose time it would
     * take: a line among the first messages does no harm.
     */
    public void leaveTheNumber() {
        if (!apart) return;
        try {
            int status = (int) (long) CFunction.named("dup2").invokeExact(ERR, OUT, 0L);
            if (status < 0) System.err.println("the words that the JVM prints stay among the messages");
        } catch (Throwable e) {
            // As with a C library that has no such call: the reader passes over such lines.
        }
    }
}
