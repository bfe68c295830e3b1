package interleave.tasks.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.task.NettyLoop;
import interleave.task.Task;
import interleave.task.TaskSetup;
import interleave.task.Transports;
import interleave.task.Unable;
import interleave.task.WrongResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FileTaskTest {
    @TempDir
    private Path folder;

    private final BlockingQueue<String> findings = new LinkedBlockingQueue<>();
    private final TaskSetup setup =
            new TaskSetup(2, 0, 1, () -> 0, Thread.ofPlatform().factory(), findings::add);

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            assertTrue(open.noneMatch(descriptor -> target(descriptor).contains(folder.toString())));
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void blocksHoldWhatWasWrittenAndTheFileHasNoName() throws Exception {
        FileBlocking task = new FileBlocking(setup, List.of(folder));
        for (int i = 0; i < 200; i++) task.call();
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
        task.close();
        assertThrows(IOException.class, task::call);
        assertNothingIsLeft();
    }

    /** One in sixteen comes from the disk, if the folder is on one: the kernel counts what this process had to read. */
    @Test
    void ordinaryReadsAreVerifiedAndSomeComeFromTheDisk() throws Exception {
        FileBlocking task = new FileBlocking(setup, List.of(folder), Optional.of(new ColdPages()));
        task.call();
        long before = readFromDisk();
        int tasks = 100 * ColdPages.ONE_IN;
        for (int i = 0; i < tasks; i++) task.call();
        assertEquals(Map.of("cold_reads", 101.0), task.extra());
        boolean disk =
                !Set.of("tmpfs", "ramfs").contains(Files.getFileStore(folder).type());
        if (disk)
            assertTrue(readFromDisk() - before >= 50 * Blocks.BYTES, "from the disk: " + (readFromDisk() - before));
        task.close();
        assertEquals(List.of(), List.copyOf(findings));
        assertNothingIsLeft();
    }

    /** See proc_pid_io(5). */
    private static long readFromDisk() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream()
                .filter(line -> line.startsWith("read_bytes: "))
                .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
                .sum();
    }

    @Test
    void aReaderThatIsInterruptedDoesNotStopTheOthers() throws Exception {
        FileBlocking task = new FileBlocking(setup, List.of(folder));
        task.call();
        for (int i = 0; i < 3; i++) {
            Thread.currentThread().interrupt();
            assertThrows(ClosedByInterruptException.class, task::call);
            assertTrue(Thread.interrupted());
            task.call();
        }
        task.close();
        assertNothingIsLeft();
    }

    @Test
    void theChannelOfTheLoopReadsByThreadsThatCanBeSeen() throws Exception {
        CountDownLatch ends = new CountDownLatch(500);
        try (NettyLoop loop = NettyLoop.open("event-loop", Transports.automatic())) {
            FileAsync task = new FileAsync(setup, loop, List.of(folder));
            loop.events()
                    .execute(() -> task.start(new Task.Completion() {
                        @Override
                        public void completed() {
                            ends.countDown();
                            if (ends.getCount() > 0) task.start(this);
                        }

                        @Override
                        public void failed(Throwable why) {
                            throw new AssertionError(why);
                        }
                    }));
            ends.await();
            assertTrue(fileThreads().findAny().isPresent());
            task.close();
        }
        assertEquals(List.of(), fileThreads().toList());
        assertNothingIsLeft();
    }

    private static Stream<String> fileThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("file-"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFolderThatCannotBeWrittenToIsNamed(boolean async) throws Exception {
        Path missing = folder.resolve("missing");
        Throwable why;
        if (async) why = failureOnTheLoop(missing);
        else why = assertThrows(Unable.class, new FileBlocking(setup, List.of(missing))::call);
        assertTrue(
                why instanceof Unable
                        && why.getMessage().contains("64 MiB")
                        && why.getMessage().contains(missing.toString()),
                why.toString());
    }

    private Throwable failureOnTheLoop(Path missing) throws Exception {
        BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
        try (NettyLoop loop = NettyLoop.open("event-loop", Transports.automatic())) {
            FileAsync task = new FileAsync(setup, loop, List.of(missing));
            loop.events()
                    .execute(() -> task.start(new Task.Completion() {
                        @Override
                        public void completed() {}

                        @Override
                        public void failed(Throwable why) {
                            failures.add(why);
                        }
                    }));
            Throwable why = failures.take();
            task.close();
            return why;
        }
    }

    /** One that refuses is left for the next. */
    @Test
    void whatCannotBeReadPastThePageCacheIsTold() throws Exception {
        List<Boolean> asked = new ArrayList<>();
        Blocks.Made<AutoCloseable> made = Blocks.make(List.of(folder), (file, options) -> {
            boolean direct = options.contains(com.sun.nio.file.ExtendedOpenOption.DIRECT);
            asked.add(direct);
            if (direct) throw new IOException("Invalid argument");
            return () -> {};
        });
        assertEquals(List.of(true, false), asked);
        assertFalse(made.direct());
        made.tell(findings::add);
        assertTrue(findings.take().contains("page cache"));
        assertNothingIsLeft();
    }

    @Test
    void whatWasAskedForComesFirst() {
        assertEquals(List.of(folder, Path.of("/tmp"), Path.of("/var/tmp")), Blocks.folders(folder.toString()));
        assertEquals(List.of(Path.of("/tmp"), Path.of("/var/tmp")), Blocks.folders(""));
        assertEquals(List.of(Path.of("/tmp"), Path.of("/var/tmp")), Blocks.folders("/a\0b"));
    }

    @Test
    void allThatWereTriedAreNamed() {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        String why = assertThrows(Unable.class, () -> Blocks.make(List.of(one, two), (file, options) -> () -> {}))
                .getMessage();
        assertTrue(why.contains(one + " (it does not exist), " + two + " (it does not exist)"), why);
    }

    @Test
    void aFullDiskIsSaidInOneLine() throws Exception {
        Unable why = assertThrows(
                Unable.class,
                () -> Blocks.make(List.of(folder), (file, options) -> {
                    throw new IOException("No space left on device");
                }));
        assertTrue(why.getMessage().contains("No space left on device"), why.getMessage());
        assertNothingIsLeft();
    }

    /** So that a process that ends while it writes leaves no file. */
    @Test
    void theFileHasNoNameBeforeItIsWritten() throws Exception {
        Blocks.Blank<ReopenedFile> blank = Blocks.blank(folder, ReopenedFile::new, false);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
        assertTrue(blank.writing().isOpen());
        blank.writing().close();
        blank.made().opened().close();
        assertNothingIsLeft();
    }

    @Test
    void anotherBlockIsAWrongResult() throws Exception {
        ByteBuffer buffer = Blocks.buffer(1);
        Blocks.fill(buffer, 7);
        Blocks.verify(buffer, 7);
        buffer.position(Blocks.BYTES);
        assertThrows(WrongResult.class, () -> Blocks.verify(buffer, 8));
        buffer.limit(Blocks.BYTES).position(Blocks.BYTES - 1);
        assertThrows(WrongResult.class, () -> Blocks.verify(buffer, 7));
    }

    @Test
    void blocksAreDrawnFromAll() {
        long different = LongStream.range(0, Blocks.COUNT)
                .mapToInt(task -> Blocks.pick(1, task))
                .distinct()
                .count();
        assertTrue(different > Blocks.COUNT / 2, different + " of " + Blocks.COUNT);
        assertTrue(
                LongStream.range(0, 10_000).mapToInt(t -> Blocks.pick(2, t)).allMatch(b -> b >= 0 && b < Blocks.COUNT));
    }

    /** Without a free descriptor the second is not there, and the first took its room until the collector came. */
    @Test
    void aFileWhoseSecondOpenFailsIsNotLeftOpen() throws IOException {
        Path file = Files.writeString(folder.resolve("blocks"), "x");
        List<FileChannel> opened = new ArrayList<>();
        Blocks.Opening<FileChannel> once = (path, options) -> {
            if (!opened.isEmpty()) throw new IOException("Too many open files");
            FileChannel first = FileChannel.open(path, options);
            opened.add(first);
            return first;
        };
        assertThrows(IOException.class, () -> new ReopenedFile(file, Set.of(StandardOpenOption.READ), once));
        assertFalse(opened.getFirst().isOpen());
    }
}
