package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberedFoldersTest {
    @TempDir
    Path folder;

    private final NumberedFolders folders = new NumberedFolders();

    /** Of more entries than one answer of the kernel has room for, none is lost, and the next list begins anew. */
    @Test
    void allNumbersAreThereInAscendingOrder() throws IOException {
        int[] numbers = IntStream.range(0, 1200).map(i -> 4_000_000 + 7 * i).toArray();
        for (int number : numbers) Files.createDirectory(folder.resolve(String.valueOf(number)));
        assertArrayEquals(numbers, folders.in(folder.toString()));
        Files.delete(folder.resolve("4000000"));
        assertArrayEquals(IntStream.of(numbers).skip(1).toArray(), folders.in(folder.toString()));
    }

    @Test
    void whatIsNoNumberIsLeftOut() throws IOException {
        for (String name : new String[] {"self", "12a", "-1", "1234567890", "12", "007", ".3"})
            Files.createDirectory(folder.resolve(name));
        assertArrayEquals(new int[] {7, 12}, folders.in(folder.toString()));
    }

    @Test
    void whatCannotBeListedHasNone() throws IOException {
        assertArrayEquals(new int[0], folders.in(folder.resolve("none").toString()));
        Path file = Files.createFile(folder.resolve("file"));
        assertArrayEquals(new int[0], folders.in(file.toString()));
    }

    /** A socket of the file system is there, and cannot be opened, as nothing can without a free descriptor. */
    @Test
    void whatIsThereAndCannotBeOpenedIsToldAsSuch() throws IOException {
        Path socket = folder.resolve("s");
        try (ServerSocketChannel bound = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            bound.bind(UnixDomainSocketAddress.of(socket));
            Unreadable why = assertThrows(Unreadable.class, () -> folders.in(socket.toString()));
            assertTrue(why.refused());
            assertEquals("No such device or address", why.reason());
        }
    }

    /** Other threads come and go meanwhile: this one is there. */
    @Test
    void theThreadsOfThisProcessAreThere() throws IOException {
        int own = Integer.parseInt(Files.readSymbolicLink(Path.of("/proc/thread-self"))
                .getFileName()
                .toString());
        assertTrue(IntStream.of(folders.in("/proc/self/task")).anyMatch(tid -> tid == own));
    }

    @Test
    void namesAsJavaListsThemGiveTheSame() {
        assertArrayEquals(
                new int[] {7, 12},
                NumberedFolders.numbers(new String[] {"12", "self", "12a", "-1", "1234567890", "007", ".3"}));
    }
}
