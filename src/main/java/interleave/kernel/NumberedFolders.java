package interleave.kernel;

import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The folders of a place below {@code /proc} whose names are numbers: its processes, or the threads of one. They are
 * read by getdents64(2) into one buffer, without a text for each: for ten thousand threads texts were half a megabyte,
 * of which much had to be kept for good when the young generation was collected meanwhile. One thread.
 */
final class NumberedFolders {
    /** As much as glibc's readdir asks for at once. */
    private static final int BUFFER = 32 * 1024;

    private static final long O_RDONLY_CLOEXEC = 02000000;

    /** {@code struct linux_dirent64}: the entry's length, and its name, which a zero ends. */
    private static final int LENGTH = 16;

    private static final int NAME = 19;

    /** No process has a number of more digits. */
    private static final int DIGITS = 9;

    private static final int[] NONE = {};

    private record Calls(MethodHandle open, MethodHandle getdents, MethodHandle close) {}

    private final Optional<Calls> calls = calls();
    private final MemorySegment memory = Arena.ofAuto().allocate(BUFFER, Long.BYTES);
    private final ByteBuffer bytes = memory.asByteBuffer().order(ByteOrder.nativeOrder());
    private int[] found = {};
    private int count;

    /** Empty where the C library is older than 2.30, and has no such function. */
    private static Optional<Calls> calls() {
        try {
            return Optional.of(
                    new Calls(CFunction.named("open"), CFunction.named("getdents64"), CFunction.named("close")));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /**
     * The numbers in ascending order; none where there is no such place, or it may not be seen.
     *
     * @throws Unreadable if it is there, and cannot be opened
     */
    int[] in(String folder) throws Unreadable {
        if (calls.isEmpty()) return listed(folder);
        count = 0;
        try {
            if (!read(folder, calls.get())) throw FileCalls.notOpened(folder);
        } catch (Unreadable e) {
            if (e.refused()) throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the calls for a folder could not be made", e);
        }
        if (count == 0) return NONE;
        int[] numbers = Arrays.copyOf(found, count);
        Arrays.sort(numbers);
        return numbers;
    }

    /** False if it was not opened. */
    private boolean read(String folder, Calls calls) throws Throwable {
        byte[] path = folder.getBytes(StandardCharsets.UTF_8);
        if (path.length >= BUFFER) return true;
        bytes.clear().put(path).put((byte) 0);
        int descriptor = (int) (long) calls.open.invokeExact(memory.address(), O_RDONLY_CLOEXEC, 0L);
        if (descriptor < 0) return false;
        try {
            int length;
            do {
                length = (int) (long) calls.getdents.invokeExact((long) descriptor, memory.address(), (long) BUFFER);
                for (int at = 0; at < length; at += bytes.getShort(at + LENGTH) & 0xffff) entry(at + NAME);
            } while (length > 0);
            return true;
        } finally {
            long ignored = (long) calls.close.invokeExact((long) descriptor, 0L, 0L);
        }
    }

    private void entry(int name) {
        int number = 0;
        int at = name;
        for (byte digit = bytes.get(at); digit != 0; digit = bytes.get(++at)) {
            if (digit < '0' || digit > '9' || at - name == DIGITS) return;
            number = number * 10 + (digit - '0');
        }
        if (count == found.length) found = Arrays.copyOf(found, Math.max(64, 2 * count));
        found[count++] = number;
    }

    private static int[] listed(String folder) {
        String[] names = new File(folder).list();
        return names == null ? NONE : numbers(names);
    }

    /** Those of the names that are numbers, in ascending order. */
    static int[] numbers(String[] names) {
        int[] all = new int[names.length];
        int count = 0;
        for (String name : names) if (ProcessSlices.isNumber(name)) all[count++] = Integer.parseInt(name);
        int[] found = Arrays.copyOf(all, count);
        Arrays.sort(found);
        return found;
    }
}
