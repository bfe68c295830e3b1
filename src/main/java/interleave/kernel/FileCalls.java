package interleave.kernel;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * open(2), read(2), lseek(2) and close(2), for whoever looks at hundreds of small files a second. Java keeps six
 * objects for a file that it opens, a quarter of a kilobyte, for the collector to look after; here an open file is a
 * number, and has to be closed. One thread.
 */
final class FileCalls {
    private static final MethodHandle OPEN = CFunction.named("open");
    private static final MethodHandle READ = CFunction.named("read");
    private static final MethodHandle LSEEK = CFunction.named("lseek");
    private static final MethodHandle CLOSE = CFunction.named("close");

    private static final long O_RDONLY_CLOEXEC = 02000000;

    /** For what is read, and for names. */
    private final MemorySegment memory;

    private final ByteBuffer bytes;

    /** @param most so many bytes at most are read at once */
    FileCalls(int most) {
        memory = Arena.ofAuto().allocate(most, Long.BYTES);
        bytes = memory.asByteBuffer();
    }

    /**
     * The descriptor of a file.
     *
     * @throws Unreadable if there is none, or it cannot be opened
     */
    int open(String file) throws Unreadable {
        int descriptor = tried(file);
        if (descriptor < 0) throw notOpened(file);
        return descriptor;
    }

    /**
     * The reason for which a file or folder was not opened, found out by another try: the number of the error (errno)
     * is gone once the JVM has done something else in that thread, as it may at any time.
     */
    static Unreadable notOpened(String file) {
        if (!new File(file).exists()) return Unreadable.missing(file + ": it does not exist");
        try {
            Files.newByteChannel(Path.of(file)).close();
            return Unreadable.refused(file, new IOException("Resource temporarily unavailable"));
        } catch (IOException | InvalidPathException e) {
            return Unreadable.refused(file, e);
        }
    }

    private int tried(String file) {
        byte[] name = file.getBytes(StandardCharsets.UTF_8);
        if (name.length >= bytes.capacity()) return -1;
        bytes.clear().put(name).put((byte) 0);
        try {
            return (int) (long) OPEN.invokeExact(memory.address(), O_RDONLY_CLOEXEC, 0L);
        } catch (Throwable e) {
            throw failed("open", e);
        }
    }

    /** Reads what comes next, in one piece. Gives the number of bytes; negative where they cannot be read. */
    int read(int descriptor, byte[] into) {
        int length;
        try {
            long most = Math.min(into.length, bytes.capacity());
            length = (int) (long) READ.invokeExact((long) descriptor, memory.address(), most);
        } catch (Throwable e) {
            throw failed("read", e);
        }
        if (length > 0) bytes.clear().get(into, 0, length);
        return length;
    }

    /** The same from the start of the file. */
    int readAgain(int descriptor, byte[] into) {
        try {
            long at = (long) LSEEK.invokeExact((long) descriptor, 0L, 0L);
            return at < 0 ? -1 : read(descriptor, into);
        } catch (Throwable e) {
            throw failed("lseek", e);
        }
    }

    void close(int descriptor) {
        try {
            long ignored = (long) CLOSE.invokeExact((long) descriptor, 0L, 0L);
        } catch (Throwable e) {
            throw failed("close", e);
        }
    }

    private static IllegalStateException failed(String call, Throwable why) {
        return new IllegalStateException(call + " could not be called", why);
    }
}
