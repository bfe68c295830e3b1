package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessAccountTest {
    private static final long PAGE = 4096;

    @TempDir
    Path proc;

    @Test
    void totalsAreSumsOverThreads() throws IOException {
        process(7, 2);
        thread(7, 7, 10, 1, "1000 200 11\n");
        thread(7, 8, 30, 2, "4000 300 32\n");
        ProcessAccount.Sample sample = account(7).read().orElseThrow();
        assertEquals(
                new SwitchTotals(70_000_000, 40, 3, OptionalLong.of(500), SwitchTotals.Source.SUM), sample.totals());
        assertEquals(OptionalLong.of(3425 * PAGE), sample.residentBytes());
    }

    @Test
    void whatAnEndedThreadHadDoneStays() throws IOException {
        process(7, 2);
        thread(7, 7, 10, 1, "1000 200 11\n");
        thread(7, 8, 30, 2, "4000 300 32\n");
        ProcessAccount account = account(7);
        account.read();
        delete(proc.resolve("7/task/8"));
        thread(7, 9, 5, 0, "100 0 5\n");
        SwitchTotals totals = account.read().orElseThrow().totals();
        assertEquals(45, totals.voluntary());
        assertEquals(3, totals.involuntary());
    }

    @Test
    void aThreadsNumberMayBeGivenToAnotherOne() throws IOException {
        process(7, 2);
        thread(7, 7, 10, 1, "1000 200 11\n");
        thread(7, 8, 30, 2, "4000 300 32\n");
        ProcessAccount account = account(7);
        account.read();
        thread(7, 8, 4, 0, "10 0 4\n");
        assertEquals(44, account.read().orElseThrow().totals().voluntary());
    }

    /** A folder without files is a thread that ended between the listing and the look. */
    @Test
    void aThreadThatVanishesMeanwhileIsLeftOut() throws IOException {
        process(7, 2);
        thread(7, 7, 10, 1, "1000 200 11\n");
        Files.createDirectories(proc.resolve("7/task/8"));
        assertEquals(10, account(7).read().orElseThrow().totals().voluntary());
    }

    @Test
    void aThreadThatCouldNotBeReadOnceIsNotCountedTwice() throws IOException {
        process(7, 1);
        thread(7, 7, 10, 1, "1000 200 11\n");
        ProcessAccount account = account(7);
        account.read();
        Files.writeString(proc.resolve("7/task/7/schedstat"), "2000 200 13\n");
        Files.writeString(proc.resolve("7/task/7/status"), "Name:\tx\nvoluntary_ctxt_swi");
        assertEquals(10, account.read().orElseThrow().totals().voluntary());
        thread(7, 7, 12, 1, "2000 200 13\n");
        assertEquals(12, account.read().orElseThrow().totals().voluntary());
    }

    @Test
    void aStatusThatIsCutOffAnywhereInventsNothing() throws IOException {
        process(7, 1);
        String whole = status(123, 456);
        thread(7, 7, 123, 456, "1000 200 11\n");
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(proc.resolve("7/task/7/status"), whole.substring(0, length));
            SwitchTotals totals = account(7).read().orElseThrow().totals();
            assertEquals(0, totals.voluntary() + totals.involuntary(), "cut at " + length);
        }
    }

    @Test
    void aKernelThatDoesNotCountWaitsSaysZeroToAll() throws IOException {
        process(7, 1);
        thread(7, 7, 10, 1, "0 0 0\n");
        assertEquals(
                OptionalLong.empty(), account(7).read().orElseThrow().totals().waitedNanos());
        Files.delete(proc.resolve("7/task/7/schedstat"));
        assertEquals(10, account(7).read().orElseThrow().totals().voluntary());
    }

    @Test
    void quietThreadsAreLookedAtInTurnAndNoneIsForgotten() throws IOException {
        int threads = 3 * ThreadSums.MOST_AT_ONCE;
        process(7, threads);
        for (int i = 0; i < threads; i++) thread(7, 100 + i, 1, 0, "10 0 1\n");
        ProcessAccount account = account(7);
        // All at the first look: what comes later would seem to be done later.
        assertEquals(threads, account.read().orElseThrow().totals().voluntary());
        for (int looks = 0; looks < 3; looks++) account.read();
        for (int i = 0; i < threads; i++) thread(7, 100 + i, 2, 0, "20 0 2\n");
        long first = account.read().orElseThrow().totals().voluntary();
        assertTrue(first > threads && first < 2 * threads, "of all, " + first + " were seen at once");
        for (int looks = 0; looks < 20; looks++) account.read();
        assertEquals(2 * threads, account.read().orElseThrow().totals().voluntary());
    }

    /**
     * The list of very many threads is kept for some looks; who is born meanwhile is found late, and counted in full.
     */
    @Test
    void threadsOfAVeryLongListAreFoundWithinAFewLooks() throws IOException {
        int threads = 5_000;
        process(7, threads);
        for (int i = 0; i < threads; i++) Files.createDirectories(proc.resolve("7/task/" + (100 + i)));
        thread(7, 100, 3, 0, "10 0 1\n");
        ProcessAccount account = account(7);
        assertEquals(3, account.read().orElseThrow().totals().voluntary());
        thread(7, 99, 40, 0, "10 0 1\n");
        long last = 0;
        for (int looks = 0; looks < 40 && last < 43; looks++)
            last = account.read().orElseThrow().totals().voluntary();
        assertEquals(43, last);
    }

    /** Threads that switch all the time take no more than their part of a look. */
    @Test
    void busyThreadsLeaveRoomForQuietOnes() throws IOException {
        int threads = 2 * ThreadSums.MOST_AT_ONCE;
        process(7, threads + 1);
        thread(7, 100 + threads, 0, 0, "10 0 1\n");
        ProcessAccount account = account(7);
        for (int looks = 1; looks < 12; looks++) {
            for (int i = 0; i < threads; i++) thread(7, 100 + i, looks, 0, "10 0 " + looks + "\n");
            thread(7, 100 + threads, 0, looks < 8 ? 0 : 1, looks < 8 ? "10 0 1\n" : "20 0 2\n");
            account.read();
        }
        assertEquals(1, account.read().orElseThrow().totals().involuntary());
    }

    @Test
    void theExactSourceComesFirstAndIsLeftForGoodOnceItRefuses() throws IOException {
        process(7, 1);
        thread(7, 7, 10, 1, "1000 200 11\n");
        int[] asked = {0};
        ProcessAccount account = new ProcessAccount(proc, 7, PAGE, Optional.of(pid -> {
            if (asked[0]++ > 0) throw Unreadable.missing("no more");
            return Optional.of(new SwitchTotals(71_500_000, 99, 9, OptionalLong.of(1), SwitchTotals.Source.TASKSTATS));
        }));
        assertEquals(99, account.read().orElseThrow().totals().voluntary());
        assertEquals(
                SwitchTotals.Source.SUM, account.read().orElseThrow().totals().source());
        account.read();
        assertEquals(2, asked[0]);
    }

    /** Since Linux 6.2 stat has what the CPUs have added up so far: none at all of a small program. */
    @Test
    void memoryIsTheExactSumOfIt() throws IOException {
        process(7, 1);
        thread(7, 7, 10, 1, "1000 200 11\n");
        write("7/stat", PidStatTest.stat(7, "x", 'S', 1).replace(" 3425 ", " 0 "));
        write("7/statm", "44 3 1 1 0 33 0\n");
        ProcessAccount account = account(7);
        assertEquals(OptionalLong.of(3 * PAGE), account.read().orElseThrow().residentBytes());
        write("7/statm", "9000 1234 100 1 0 50 0\n");
        assertEquals(OptionalLong.of(1234 * PAGE), account.read().orElseThrow().residentBytes());
    }

    /** stat says 70 ms; a source that lacks the ends of threads says less, and its steps are finer. */
    @Test
    void cpuTimeIsLiftedToWhatAllThreadsHave() throws IOException {
        process(7, 1);
        long[] told = {60_000_000};
        ProcessAccount account = new ProcessAccount(
                proc,
                7,
                PAGE,
                Optional.of(pid -> Optional.of(
                        new SwitchTotals(told[0], 0, 0, OptionalLong.of(1), SwitchTotals.Source.TASKSTATS))));
        assertEquals(70_000_000, account.read().orElseThrow().totals().cpuNanos());
        told[0] += 123;
        assertEquals(70_000_123, account.read().orElseThrow().totals().cpuNanos());
    }

    @Test
    void aProcessThatIsGoneIsNone() throws IOException {
        assertEquals(Optional.empty(), account(7).read());
        process(7, 1);
        thread(7, 7, 10, 1, "1000 200 11\n");
        ProcessAccount account = account(7);
        account.read();
        delete(proc.resolve("7"));
        // A file that is open outlives its name here, where the kernel's ends: the totals are gone with the folder.
        assertEquals(Optional.empty(), account.read());
    }

    @Test
    void memoryOfAProcessWhoseFirstThreadEndedIsFoundWithAnother() throws IOException {
        Files.createDirectories(proc.resolve("7"));
        Files.writeString(
                proc.resolve("7/stat"), PidStatTest.stat(7, "x", 'Z', 2).replace(" 3425 ", " 0 "));
        thread(7, 7, 10, 1, "1000 200 11\n");
        thread(7, 8, 10, 1, "1000 200 11\n");
        Files.writeString(proc.resolve("7/task/8/statm"), "9000 1234 100 1 0 50 0\n");
        assertEquals(
                OptionalLong.of(1234 * PAGE), account(7).read().orElseThrow().residentBytes());
    }

    @Test
    void aNumberIsAProcesssAThreadsOrNobodys() throws IOException {
        write("7/status", "Name:\ta\\nb\nTgid:\t7\nPid:\t7\n");
        write("8/status", "Name:\tworker\nTgid:\t7\nPid:\t8\n");
        assertEquals(Optional.empty(), ProcessId.whyNot(proc, 7));
        assertEquals(Optional.of("is a thread of process 7 (a\\nb); use 7"), ProcessId.whyNot(proc, 8));
        assertEquals(Optional.of("is no process"), ProcessId.whyNot(proc, 9));
        write("self/mounts", "proc " + proc + " proc rw,nosuid,hidepid=invisible 0 0\n");
        assertEquals(
                Optional.of("is no process, or /proc hides it from this user (hidepid)"), ProcessId.whyNot(proc, 9));
        write("self/mounts", "proc /elsewhere proc rw,hidepid=2 0 0\nproc " + proc + " proc rw,hidepid=0 0 0\n");
        assertFalse(ProcessId.hides(proc));
    }

    /** hidepid=1: the folder is seen, and nothing in it. */
    @Test
    void aFolderThatMayNotBeLookedIntoIsSaidToBe() throws IOException {
        Files.createDirectories(proc.resolve("7/status"));
        assertTrue(ProcessId.whyNot(proc, 7).orElseThrow().startsWith("may not be looked at: "));
    }

    @Test
    void aProcessWithoutAListOfThreadsIsUnreadable() throws IOException {
        process(7, 1);
        assertThrows(Unreadable.class, () -> account(7).read());
    }

    private ProcessAccount account(int pid) {
        return new ProcessAccount(proc, pid, PAGE, Optional.empty());
    }

    private void process(int pid, int threads) throws IOException {
        write(pid + "/stat", PidStatTest.stat(pid, "x", 'S', threads));
    }

    private void thread(int pid, int tid, int voluntary, int involuntary, String schedstat) throws IOException {
        write(pid + "/task/" + tid + "/status", status(voluntary, involuntary));
        write(pid + "/task/" + tid + "/schedstat", schedstat);
    }

    private static String status(int voluntary, int involuntary) {
        return "Name:\tx\nState:\tS (sleeping)\nvoluntary_ctxt_switches:\t" + voluntary
                + "\nnonvoluntary_ctxt_switches:\t" + involuntary + "\n";
    }

    private void write(String path, String text) throws IOException {
        Path file = proc.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
