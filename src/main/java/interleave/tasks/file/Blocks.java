package interleave.tasks.file;

import com.sun.nio.file.ExtendedOpenOption;
import interleave.kernel.KernelText;
import interleave.kernel.Reason;
import interleave.task.Unable;
import interleave.task.WrongResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;

/**
 * A file of blocks, each of which says everywhere which one it is. It has a name only while it is opened, before
 * anything is written: whatever becomes of this process, the file is gone when nobody has it open.
 */
final class Blocks {
    static final int BYTES = 4096;
    static final int COUNT = 16 * 1024;

    /** The most that a disk asks an address to be a multiple of. */
    private static final int ALIGNMENT = 4096;

    private static final int AT_ONCE = 256;
    private static final long ODD = 0x9e3779b97f4a7c15L;

    /** Opens the file while it has a name. */
    @FunctionalInterface
    interface Opening<C> {
        C open(Path file, Set<OpenOption> options) throws IOException;
    }

    /**
     * A file that was opened.
     *
     * @param direct whether reads go past the page cache
     * @param folder where the file is
     */
    record Made<C>(C opened, boolean direct, Path folder) {
        /** For people, if what they read is not the disk. */
        void tell(Consumer<String> findings) {
            if (!direct)
                findings.accept("the file of this run is in " + folder
                        + " and is read from the page cache, not from a disk: no folder here can be read past it");
        }
    }

    private Blocks() {}

    /** Where files of no lasting value belong: Java's own folder for them is /tmp, whatever TMPDIR says. */
    static List<Path> folders() {
        return folders(System.getenv().getOrDefault("TMPDIR", ""));
    }

    /** The folder that is asked for comes first, then /tmp and /var/tmp: some machines keep /tmp in memory. */
    static List<Path> folders(String asked) {
        Set<Path> folders = new LinkedHashSet<>();
        if (!asked.isEmpty()) KernelText.path(asked).map(Path::toAbsolutePath).ifPresent(folders::add);
        folders.add(Path.of("/tmp"));
        folders.add(Path.of("/var/tmp"));
        return List.copyOf(folders);
    }

    /**
     * In the first folder that can be read past the page cache, else in the first that has room.
     *
     * @throws Unable if none has room for it; it names all that were tried
     */
    static <C extends AutoCloseable> Made<C> make(List<Path> folders, Opening<C> opening) throws Unable {
        for (Path folder : folders) {
            if (inMemory(folder)) continue;
            try {
                return made(folder, opening, true);
            } catch (IOException | UnsupportedOperationException e) {
                // Another folder may have more room, or let itself be read past the page cache.
            }
        }
        return inFirst(folders, opening);
    }

    /** In the first that has room. */
    private static <C extends AutoCloseable> Made<C> inFirst(List<Path> folders, Opening<C> opening) throws Unable {
        StringJoiner tried = new StringJoiner(", ");
        Unable none = null;
        for (Path folder : folders) {
            try {
                return made(folder, opening, false);
            } catch (IOException e) {
                tried.add(folder + " (" + Reason.of(e) + ")");
                none = new Unable(
                        "no file of " + ((long) COUNT * BYTES >> 20) + " MiB could be made in " + tried
                                + ": it takes that much room, and the right to write, in one of them or in TMPDIR",
                        e);
            }
        }
        throw none;
    }

    /**
     * The same for ordinary reads, of a file that is on a disk too where there is one with room.
     *
     * @throws Unable if no folder has room for it
     */
    static <C extends AutoCloseable> Made<C> makeCached(List<Path> folders, Opening<C> opening) throws Unable {
        for (Path folder : folders) {
            if (inMemory(folder)) continue;
            try {
                return made(folder, opening, false);
            } catch (IOException e) {
                // Another folder may have more room.
            }
        }
        return inFirst(folders, opening);
    }

    private static boolean inMemory(Path folder) {
        try {
            return Set.of("tmpfs", "ramfs").contains(Files.getFileStore(folder).type());
        } catch (IOException e) {
            return false;
        }
    }

    /** A file that has yet to be written. */
    record Blank<C>(Made<C> made, FileChannel writing) {}

    private static <C extends AutoCloseable> Made<C> made(Path folder, Opening<C> opening, boolean direct)
            throws IOException {
        Blank<C> blank = blank(folder, opening, direct);
        try (FileChannel writing = blank.writing) {
            write(writing, direct ? AT_ONCE : 1);
            // The kernel can forget only what is on the disk as well.
            if (!direct) writing.force(false);
            return blank.made;
        } catch (IOException e) {
            close(blank.made.opened, e);
            throw e;
        }
    }

    /** An empty file without a name. */
    static <C extends AutoCloseable> Blank<C> blank(Path folder, Opening<C> opening, boolean direct)
            throws IOException {
        Path file = Files.createTempFile(folder, "interleave-", ".blocks");
        try {
            C opened = opening.open(file, options(direct, StandardOpenOption.READ));
            try {
                FileChannel writing = FileChannel.open(file, options(direct, StandardOpenOption.WRITE));
                return new Blank<>(new Made<>(opened, direct, folder), writing);
            } catch (IOException e) {
                close(opened, e);
                throw e;
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void close(AutoCloseable opened, IOException why) {
        try {
            opened.close();
        } catch (Exception e) {
            why.addSuppressed(e);
        }
    }

    private static Set<OpenOption> options(boolean direct, OpenOption access) {
        return direct ? Set.of(access, ExtendedOpenOption.DIRECT) : Set.of(access);
    }

    /**
     * @param atOnce blocks in one write: the kernel keeps what came with one together, and forgets it only as a whole
     */
    private static void write(FileChannel channel, int atOnce) throws IOException {
        ByteBuffer buffer = buffer(atOnce);
        for (int block = 0; block < COUNT; block += atOnce) {
            buffer.clear();
            for (int i = block; i < block + atOnce; i++) fill(buffer, i);
            buffer.flip();
            while (buffer.hasRemaining()) channel.write(buffer);
        }
    }

    /** Room for blocks at an address that a disk can write to. */
    static ByteBuffer buffer(int blocks) {
        return ByteBuffer.allocateDirect(blocks * BYTES + ALIGNMENT)
                .alignedSlice(ALIGNMENT)
                .limit(blocks * BYTES)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    static void fill(ByteBuffer buffer, int block) {
        for (int i = 0; i < BYTES / Long.BYTES; i++) buffer.putLong(word(block, i));
    }

    private static long word(int block, int place) {
        return ((long) block << Integer.SIZE | place) * ODD;
    }

    /** @param buffer a block that was read, to its end */
    static void verify(ByteBuffer buffer, int block) throws WrongResult {
        if (buffer.position() != BYTES)
            throw new WrongResult("of block " + block + " only " + buffer.position() + " bytes were read");
        LongBuffer words = buffer.flip().asLongBuffer();
        for (int i = 0; i < BYTES / Long.BYTES; i++)
            if (words.get(i) != word(block, i))
                throw new WrongResult("block " + block + " does not hold what was written");
    }

    /** Drawn by lot from all blocks. */
    static int pick(long seed, long task) {
        long mixed = (seed + task) * ODD;
        mixed = (mixed ^ mixed >>> 32) * 0xd6e8feb86659fd93L;
        return (int) Long.remainderUnsigned(mixed ^ mixed >>> 32, COUNT);
    }
}
