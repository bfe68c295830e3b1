package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class TaskstatsTest {
    /** Version 16 of struct taskstats. */
    private static final int STRUCT_BYTES = 560;

    private static final int EPERM = 1;
    private static final int ESRCH = 3;
    private static final int EBUSY = 16;

    @Test
    void theTotalsStandBehindTheProcesssNumber() throws IOException {
        SwitchTotals told = Taskstats.parse(answer()).orElseThrow();
        assertEquals(
                new SwitchTotals(9_000_000_000L, 7517, 23, OptionalLong.of(4_000_000), SwitchTotals.Source.TASKSTATS),
                told);
    }

    @Test
    void aKernelThatDoesNotCountSlicesDoesNotCountWaitsEither() throws IOException {
        ByteBuffer answer = answer();
        answer.putLong(36 + 16, 0);
        assertEquals(OptionalLong.empty(), Taskstats.parse(answer).orElseThrow().waitedNanos());
    }

    @Test
    void anAnswerThatIsCutOffAnywhereIsSaidToBe() {
        for (int length = 0; length < 36 + 288; length++) {
            ByteBuffer cut = answer().limit(length);
            assertThrows(Unreadable.class, () -> Taskstats.parse(cut), "at " + length);
        }
    }

    /** The lengths within it are held against what came, whatever they say. */
    @Test
    void lengthsThatLieLeadNowhere() {
        for (int at = 0; at < 40; at++)
            for (int value : new int[] {0, 1, 3, 0x7f, 0xff}) {
                ByteBuffer answer = answer();
                answer.put(at, (byte) value);
                try {
                    Taskstats.parse(answer);
                } catch (IOException e) {
                    assertTrue(e instanceof Unreadable, "at " + at);
                }
            }
    }

    @Test
    void refusalsAreWhatTheyAre() throws IOException {
        assertEquals(Optional.empty(), Taskstats.parse(error(ESRCH)));
        Unreadable denied = assertThrows(Unreadable.class, () -> Taskstats.parse(error(EPERM)));
        assertTrue(denied.missing());
        assertEquals("taskstats take CAP_NET_ADMIN", denied.getMessage());
        assertFalse(assertThrows(Unreadable.class, () -> Taskstats.parse(error(EBUSY)))
                .missing());
    }

    /** A switch between a thread's last account and its end is no sign of a kernel that drops them all. */
    @Test
    void totalsThatLackEndedThreadsGrowByLessThanTheseDid() {
        assertTrue(Taskstats.hasThoseOf(25, 25));
        assertTrue(Taskstats.hasThoseOf(25, 40));
        assertTrue(Taskstats.hasThoseOf(25, 23));
        assertFalse(Taskstats.hasThoseOf(25, 5));
    }

    /**
     * Two readings of getrusage with one of taskstats between them: it lies between them, ended threads included, but
     * for a switch of one that ends.
     */
    @Test
    void ourOwnTotalsAreGetrusages() throws IOException, InterruptedException {
        int threads = 200;
        try (Taskstats taskstats = open()) {
            int own = (int) ProcessHandle.current().pid();
            Assumptions.assumeTrue(taskstats.keepsEndedThreads(own), "this kernel drops ended threads");
            Rusage rusage = Rusage.ofThisProcess();
            long early =
                    rusage.read().switches() - taskstats.of(own).orElseThrow().switches();
            for (int i = 0; i < threads; i++)
                Thread.ofPlatform().start(() -> LockSupport.parkNanos(1000)).join();
            Rusage.Used before = rusage.read();
            SwitchTotals told = taskstats.of(own).orElseThrow();
            Rusage.Used after = rusage.read();
            long lost = Math.max(0, early) + threads / 10;
            assertTrue(told.voluntary() >= before.voluntary() - lost && told.voluntary() <= after.voluntary());
            assertTrue(told.involuntary() >= before.involuntary() - lost && told.involuntary() <= after.involuntary());
        }
    }

    @Test
    void thereIsNoProcessOfAnEndedOnesNumber() throws IOException, InterruptedException {
        try (Taskstats taskstats = open()) {
            Process process = new ProcessBuilder("true").start();
            process.waitFor();
            assertEquals(Optional.empty(), taskstats.of((int) process.pid()));
        }
    }

    private static Taskstats open() {
        try {
            return Taskstats.open();
        } catch (IOException e) {
            return Assumptions.abort(e.getMessage());
        }
    }

    private static SwitchTotals totals(long voluntary, long involuntary) {
        return new SwitchTotals(0, voluntary, involuntary, OptionalLong.empty(), SwitchTotals.Source.TASKSTATS);
    }

    private static ByteBuffer answer() {
        int length = 16 + 4 + 4 + 8 + 4 + STRUCT_BYTES;
        ByteBuffer answer = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        answer.putInt(length).putShort((short) 22).putShort((short) 0).putInt(0).putInt(0);
        answer.put((byte) 2).put((byte) 1).putShort((short) 0);
        answer.putShort((short) (length - 20)).putShort((short) 5);
        answer.putShort((short) 8).putShort((short) 2).putInt(4711);
        answer.putShort((short) (4 + STRUCT_BYTES)).putShort((short) 3);
        int struct = answer.position();
        answer.putLong(struct + 16, 8000).putLong(struct + 24, 4_000_000).putLong(struct + 72, 9_000_000_000L);
        answer.putLong(struct + 272, 7517).putLong(struct + 280, 23);
        return answer.clear();
    }

    private static ByteBuffer error(int number) {
        ByteBuffer error = ByteBuffer.allocate(36).order(ByteOrder.nativeOrder());
        error.putInt(36).putShort((short) NetlinkMessage.NLMSG_ERROR).putShort((short) 0);
        return error.putInt(16, -number).clear();
    }
}
