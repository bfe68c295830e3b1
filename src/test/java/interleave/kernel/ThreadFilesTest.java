package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads of a made-up process: what the kernel may say of them, and what it may leave out. */
class ThreadFilesTest {
    private static final int PID = 4711;
    private static final int TID = 4712;

    @TempDir
    Path proc;

    private ThreadFiles files;

    @BeforeEach
    void aThread() throws IOException {
        files = new ThreadFiles(proc);
        write("schedstat", "1000000 500000 14\n");
        write("stat", stat("worker"));
        write("status", "Name:\tworker\nvoluntary_ctxt_switches:\t10\nnonvoluntary_ctxt_switches:\t4\n");
        write("wchan", "futex_do_wait");
    }

    private static String stat(String name) {
        return TID + " (" + name + ") S 1 2 3 4 5 64 7 8 9 10 30 12 0 0 20 0 9 0 123456 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0"
                + " 17 1 0 0 0\n";
    }

    private Path write(String file, String text) throws IOException {
        Path path = proc.resolve(PID + "/task/" + TID + "/" + file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    @Test
    void aThreadIsReadFromItsFourFiles() throws IOException {
        assertArrayEquals(new int[] {TID}, files.threads(PID));
        assertEquals(Optional.of(new ThreadCounters(1_000_000, 500_000, 14, true)), files.counters(PID, TID));
        assertEquals(
                Optional.of(new ThreadState("worker", 'S', false, 123_456, 1, 10, 4, "futex_do_wait")),
                files.state(PID, TID));
    }

    @Test
    void aNameMayHoldAnything() throws IOException {
        for (String name : new String[] {"a\nb", "a) R 1 (b", "\u001b[2J", "", ") S 1", "\\n"}) {
            write("stat", stat(name));
            ThreadState state = files.state(PID, TID).orElseThrow();
            assertEquals(name, state.name());
            assertEquals('S', state.letter());
            assertEquals(1, state.cpu());
        }
    }

    /** The kernel cuts names at 15 bytes, wherever that is. */
    @Test
    void aNameCutInsideACharacterBreaksNothing() throws IOException {
        byte[] text = stat("xxxxxxxxxxxxxx\u00e9").getBytes(StandardCharsets.UTF_8);
        int half = new String(text, StandardCharsets.ISO_8859_1).indexOf('\u00a9');
        byte[] cut = new byte[text.length - 1];
        System.arraycopy(text, 0, cut, 0, half);
        System.arraycopy(text, half + 1, cut, half, text.length - half - 1);
        Files.write(proc.resolve(PID + "/task/" + TID + "/stat"), cut);
        assertEquals("xxxxxxxxxxxxxx\ufffd", files.state(PID, TID).orElseThrow().name());
    }

    @Test
    void aFileCutOffAtAnyByteIsTheWholeTruthOrNone() throws IOException {
        Optional<ThreadState> whole = files.state(PID, TID);
        Optional<ThreadCounters> counted = files.counters(PID, TID);
        for (String file : new String[] {"stat", "status"}) {
            String text = Files.readString(proc.resolve(PID + "/task/" + TID + "/" + file));
            for (int length = 0; length < text.length(); length++) {
                write(file, text.substring(0, length));
                Optional<ThreadState> state = files.state(PID, TID);
                assertTrue(state.isEmpty() || state.equals(whole), file + " of " + length + " bytes: " + state);
            }
            write(file, text);
        }
        String text = "1000000 500000 14\n";
        for (int length = 0; length < text.length(); length++) {
            write("schedstat", text.substring(0, length));
            Optional<ThreadCounters> counters = files.counters(PID, TID);
            assertTrue(counters.isEmpty() || counters.equals(counted), "schedstat of " + length + " bytes");
        }
    }

    @Test
    void aThreadThatVanishesBetweenListAndLookIsNone() throws IOException {
        assertArrayEquals(new int[] {TID}, files.threads(PID));
        for (String file : new String[] {"schedstat", "stat", "status", "wchan"})
            Files.delete(proc.resolve(PID + "/task/" + TID + "/" + file));
        assertEquals(Optional.empty(), files.counters(PID, TID));
        assertEquals(Optional.empty(), files.state(PID, TID));
        assertEquals(0, files.threads(99).length);
    }

    /** Kernels that keep no account say nothing, or 0 to all: then ticks and switches have to do. */
    @Test
    void aKernelThatKeepsNoAccountIsAskedOtherwise() throws IOException {
        ThreadCounters otherwise = new ThreadCounters(420_000_000, 0, 14, false);
        write("schedstat", "0 0 0\n");
        assertEquals(Optional.of(otherwise), files.counters(PID, TID));
        files.close();
        Files.delete(proc.resolve(PID + "/task/" + TID + "/schedstat"));
        assertEquals(Optional.of(otherwise), files.counters(PID, TID));
    }

    @Test
    void aThreadThatHasNeverRunIsNoKernelWithoutAnAccount() throws IOException {
        write("schedstat", "0 0 0\n");
        write("stat", stat("new").replace(" 30 12 ", " 0 0 "));
        write("status", "voluntary_ctxt_switches:\t0\nnonvoluntary_ctxt_switches:\t0\n");
        assertTrue(files.counters(PID, TID).orElseThrow().waitsCounted());
    }

    @Test
    void whoeverMayNotKnowWhereAThreadWaitsSeesTheRest() throws IOException {
        write("wchan", "0");
        assertEquals("", files.state(PID, TID).orElseThrow().waitsIn());
        Files.delete(proc.resolve(PID + "/task/" + TID + "/wchan"));
        assertEquals("", files.state(PID, TID).orElseThrow().waitsIn());
        assertFalse(files.state(PID, TID).orElseThrow().kernelThread());
    }

    /** As every file of a thread does where no descriptor is free: it goes on, and must not be told as ended. */
    @Test
    void aFileThatCannotBeOpenedIsNoEnd() throws IOException {
        Path file = proc.resolve(PID + "/task/" + TID + "/schedstat");
        Files.delete(file);
        // Its whole name is too long for a socket's address.
        Path socket = Files.createTempDirectory("walk").resolve("s");
        try (ServerSocketChannel bound = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            bound.bind(UnixDomainSocketAddress.of(socket));
            Files.move(socket, file);
            Unreadable why = assertThrows(Unreadable.class, () -> files.counters(PID, TID));
            assertTrue(why.refused());
            assertEquals(file + " cannot be opened: No such device or address", why.getMessage());
        } finally {
            Files.delete(socket.getParent());
        }
        Files.delete(file);
        assertTrue(files.counters(PID, TID).isPresent());
        Files.delete(proc.resolve(PID + "/task/" + TID + "/stat"));
        assertTrue(files.counters(PID, TID).isEmpty());
    }
}
