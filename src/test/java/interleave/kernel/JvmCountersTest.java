package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmCountersTest {
    private static final int ANOTHER = 48;
    private static final int STARTED = 56;

    @TempDir
    Path proc;

    @Test
    void threadsThatAJvmEverStartedAreFoundByTheirName() throws IOException {
        write(file(ByteOrder.LITTLE_ENDIAN));
        try (JvmCounters counters = JvmCounters.of(proc.resolve("7")).orElseThrow()) {
            assertEquals(OptionalLong.of(4711), counters.threadsStarted());
        }
        write(file(ByteOrder.BIG_ENDIAN));
        try (JvmCounters counters = JvmCounters.of(proc.resolve("7")).orElseThrow()) {
            assertEquals(OptionalLong.of(4711), counters.threadsStarted());
        }
    }

    @Test
    void aProcessWithoutSuchAFileIsNoJvm() throws IOException {
        Files.createDirectories(proc.resolve("7/root/tmp/hsperfdata_me"));
        assertEquals(Optional.empty(), JvmCounters.of(proc.resolve("7")));
        assertEquals(Optional.empty(), JvmCounters.of(proc.resolve("8")));
    }

    /** A script sets things up for a while and ends in {@code exec java}: the same process, another program. */
    @Test
    void aProcessThatBecomesAJvmIsOneFromThenOn() throws IOException {
        Path thread = Files.createDirectories(proc.resolve("7/task/7"));
        Files.writeString(thread.resolve("schedstat"), "1000 200 11\n");
        Files.writeString(
                thread.resolve("status"), "Name:\tx\nvoluntary_ctxt_switches:\t7\nnonvoluntary_ctxt_switches:\t2\n");
        Files.writeString(proc.resolve("7/stat"), PidStatTest.stat(7, "start.sh", 'S', 1));
        try (ProcessAccount account = new ProcessAccount(proc, 7, 4096, Optional.empty())) {
            for (int i = 0; i < 20; i++)
                assertEquals(OptionalLong.empty(), account.read().orElseThrow().threadsStarted());
            Files.writeString(proc.resolve("7/stat"), PidStatTest.stat(7, "java", 'S', 1));
            write(file(ByteOrder.LITTLE_ENDIAN));
            assertEquals(OptionalLong.of(4711), account.read().orElseThrow().threadsStarted());
        }
    }

    /** Whoever may write to /tmp can make a file of that name lead anywhere. */
    @Test
    void aLinkIsNotFollowed() throws IOException {
        Files.createDirectories(proc.resolve("7/root/tmp/hsperfdata_me"));
        Files.write(proc.resolve("elsewhere"), file(ByteOrder.LITTLE_ENDIAN));
        Files.createSymbolicLink(proc.resolve("7/root/tmp/hsperfdata_me/7"), proc.resolve("elsewhere"));
        assertEquals(Optional.empty(), JvmCounters.of(proc.resolve("7")));
    }

    @Test
    void aFileThatIsCutOffAnywhereOrLiesLeadsNowhere() {
        byte[] whole = file(ByteOrder.LITTLE_ENDIAN);
        for (int length = 0; length < whole.length; length++)
            assertEquals(OptionalInt.empty(), JvmCounters.offset(ByteBuffer.wrap(Arrays.copyOf(whole, length))));
        for (int at = 0; at < whole.length; at++)
            for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
                byte[] lies = whole.clone();
                lies[at] = (byte) value;
                OptionalInt offset = JvmCounters.offset(ByteBuffer.wrap(lies));
                assertTrue(offset.isEmpty() || offset.getAsInt() <= whole.length - Long.BYTES);
            }
    }

    /** This JVM's own file, unless it was told to have none: a thread more is one more. */
    @Test
    void ourOwnThreadsAreCounted() throws IOException, InterruptedException {
        Optional<JvmCounters> own =
                JvmCounters.of(Path.of("/proc/" + ProcessHandle.current().pid()));
        Assumptions.assumeTrue(own.isPresent(), "this JVM tells nothing of itself");
        try (JvmCounters counters = own.get()) {
            long before = counters.threadsStarted().orElseThrow();
            for (int i = 0; i < 10; i++) Thread.ofPlatform().start(() -> {}).join();
            assertTrue(counters.threadsStarted().orElseThrow() >= before + 10);
        }
    }

    private void write(byte[] file) throws IOException {
        Path path = proc.resolve("7/root/tmp/hsperfdata_me/3");
        Files.createDirectories(path.getParent());
        Files.writeString(proc.resolve("7/status"), "Name:\tjava\nNSpid:\t7\t3\n");
        Files.write(path, file);
    }

    /** A header, another number, and the one that is looked for. */
    private static byte[] file(ByteOrder order) {
        ByteBuffer file = ByteBuffer.allocate(32 + ANOTHER + STARTED);
        file.putInt(0xcafec0c0)
                .put((byte) (order == ByteOrder.BIG_ENDIAN ? 0 : 1))
                .put((byte) 2);
        file.order(order).putInt(24, 32).putInt(28, 2);
        entry(file, 32, ANOTHER, "sun.os.hrt", 9);
        entry(file, 32 + ANOTHER, STARTED, "java.threads.started", 4711);
        return file.array();
    }

    private static void entry(ByteBuffer file, int at, int length, String name, long value) {
        file.putInt(at, length).putInt(at + 4, 20).put(at + 12, (byte) 'J').putInt(at + 16, length - 8);
        file.put(at + 20, name.getBytes(StandardCharsets.US_ASCII)).putLong(at + length - 8, value);
    }
}
