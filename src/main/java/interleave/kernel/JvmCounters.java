package interleave.kernel;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The counters that a HotSpot JVM tells of itself in {@code /tmp/hsperfdata_USER/PID}, without being touched: how many
 * threads it ever started. The file is its owner's, and read only if the process is, too. One thread.
 */
final class JvmCounters implements Closeable {
    private static final String STARTED = "java.threads.started";
    private static final int MAGIC = 0xcafec0c0;
    private static final int HEADER = 32;
    private static final int ENTRY = 20;
    /** Of the JVM's own default and much more. */
    private static final int LARGEST = 1 << 20;

    private final RandomAccessFile file;
    private final int offset;
    private final ByteOrder order;
    private final byte[] number = new byte[Long.BYTES];

    private JvmCounters(RandomAccessFile file, int offset, ByteOrder order) {
        this.file = file;
        this.offset = offset;
        this.order = order;
    }

    /** Empty where the process is no JVM, hides its counters, or has not written them yet. */
    static Optional<JvmCounters> of(Path process) {
        Optional<Path> found = find(process);
        if (found.isEmpty()) return Optional.empty();
        try {
            RandomAccessFile file = new RandomAccessFile(found.get().toFile(), "r");
            byte[] bytes = new byte[(int) Math.min(LARGEST, file.length())];
            file.readFully(bytes);
            OptionalInt offset = offset(ByteBuffer.wrap(bytes));
            if (offset.isPresent()) return Optional.of(new JvmCounters(file, offset.getAsInt(), order(bytes)));
            file.close();
        } catch (IOException e) {
            // It ended meanwhile, or may not be read.
        }
        return Optional.empty();
    }

    private static Optional<Path> find(Path process) {
        Path temporary = process.resolve("root").resolve("tmp");
        String[] names = temporary.toFile().list((folder, name) -> name.startsWith("hsperfdata_"));
        if (names == null) return Optional.empty();
        String inside = insidePid(process);
        for (String name : names) {
            Path file = temporary.resolve(name).resolve(inside);
            if (isOwners(file, process)) return Optional.of(file);
        }
        return Optional.empty();
    }

    /** Its number in its own container. */
    private static String insidePid(Path process) {
        String all = KernelText.field(KernelText.orNothing(process.resolve("status")), "NSpid:")
                .orElse("");
        String last = all.substring(all.lastIndexOf('\t') + 1);
        return last.isEmpty() ? process.getFileName().toString() : last;
    }

    private static boolean isOwners(Path file, Path process) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                            .equals(Files.getAttribute(process, "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static ByteOrder order(byte[] file) {
        return file[4] == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** Where the count of started threads stands; empty if the file is cut off, something else, or lacks it. */
    static OptionalInt offset(ByteBuffer file) {
        if (file.limit() < HEADER || file.getInt(0) != MAGIC) return OptionalInt.empty();
        file.order(order(file.array()));
        int at = file.getInt(24);
        int count = file.getInt(28);
        for (int i = 0; i < count && at >= HEADER && at <= file.limit() - ENTRY; i++) {
            int length = file.getInt(at);
            if (length < ENTRY || length > file.limit() - at) return OptionalInt.empty();
            int value = file.getInt(at + 16);
            boolean whole = value >= ENTRY && value <= length - Long.BYTES;
            if (whole && file.get(at + 12) == 'J' && isNamed(file, at + file.getInt(at + 4), at + length))
                return OptionalInt.of(at + value);
            at += length;
        }
        return OptionalInt.empty();
    }

    private static boolean isNamed(ByteBuffer file, int from, int end) {
        byte[] name = (STARTED + "\0").getBytes(StandardCharsets.US_ASCII);
        if (from < 0 || from > end - name.length) return false;
        for (int i = 0; i < name.length; i++) if (file.get(from + i) != name[i]) return false;
        return true;
    }

    /** Threads started since the JVM began; it never falls. */
    OptionalLong threadsStarted() {
        try {
            file.seek(offset);
            file.readFully(number);
            return OptionalLong.of(ByteBuffer.wrap(number).order(order).getLong());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
