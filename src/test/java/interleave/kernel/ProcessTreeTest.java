package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descendants of a process in a folder that looks like {@code /proc}, and what they used together. */
class ProcessTreeTest {
    @TempDir
    private Path proc;

    private void process(int pid, int parent, char state, int threads, int childFaults, int voluntary)
            throws IOException {
        Path task = Files.createDirectories(proc.resolve(pid + "/task/" + pid));
        String stat = pid + " (a) b\n) " + state + " " + parent + " 1 " + session + " 0 -1 4194304 10 " + childFaults
                + " 1 0 2 3 0 0 20 0 " + threads + " 0 " + (1000 + pid) + " 4096 5 1\n";
        Files.writeString(proc.resolve(pid + "/stat"), stat);
        Files.writeString(
                task.resolve("status"),
                "Name:\ta\nvoluntary_ctxt_switches:\t" + voluntary + "\nnonvoluntary_ctxt_switches:\t1\n");
        // The third number counts how often it was put on a CPU: where that stands still, so do its switches.
        Files.writeString(task.resolve("schedstat"), "50000000 7 " + (9 + voluntary) + "\n");
    }

    private int session = 1;

    /** Its leader has ended and so has the parent of another of it; of what left it, its descendants are known. */
    @Test
    void aSessionHasWhomeverItWasNotLeftBy() throws Exception {
        session = 11;
        process(12, 11, 'S', 1, 0, 0);
        process(14, 1, 'S', 1, 0, 0);
        session = 13;
        process(13, 12, 'S', 1, 0, 0);
        process(15, 1, 'S', 1, 0, 0);
        assertEquals(List.of(12, 14, 13), new ProcessSession(proc, 11).members());
        assertEquals(List.of(), new ProcessSession(proc, 10).members());
    }

    private void end(int pid) throws IOException {
        try (var files = Files.walk(proc.resolve(String.valueOf(pid)))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private TreeAccount account(int root) {
        return new TreeAccount(
                new ProcessTree(proc, root)::members,
                pid -> new ProcessAccount(proc, pid, 4096, Optional.empty()),
                Optional.of(proc.resolve(String.valueOf(root))));
    }

    @Test
    void descendantsAreThoseWhoseParentsLeadToTheRoot() throws Exception {
        process(10, 1, 'S', 1, 0, 0);
        process(20, 10, 'S', 1, 0, 0);
        process(11, 10, 'R', 3, 0, 0);
        process(12, 20, 'S', 1, 0, 0);
        process(30, 1, 'S', 1, 0, 0);
        Files.createDirectories(proc.resolve("40"));
        assertEquals(List.of(11, 20, 12), new ProcessTree(proc, 10).members());
        assertEquals(List.of(), new ProcessTree(proc, 12).members());
    }

    /** One whose first thread has ended, while others go on, is alive. */
    @Test
    void whatHasEndedAndWasNotAskedForIsNoMember() throws Exception {
        process(11, 10, 'Z', 1, 0, 0);
        process(12, 10, 'Z', 2, 0, 0);
        process(13, 12, 'S', 1, 0, 0);
        assertEquals(List.of(12, 13), new ProcessTree(proc, 10).members());
    }

    @Test
    void theSumNeverGoesBackAndSaysWhenAPartWasNotSeen() throws Exception {
        process(11, 10, 'S', 2, 0, 100);
        process(12, 11, 'S', 3, 0, 50);
        TreeAccount account = account(10);
        TreeAccount.Sample both = account.read().orElseThrow();
        assertEquals(2, both.processes());
        assertEquals(150, both.sum().totals().voluntary());
        assertEquals(5, both.sum().stat().threads());
        assertTrue(both.whole());
        end(12);
        process(11, 10, 'S', 2, 0, 110);
        TreeAccount.Sample one = account.read().orElseThrow();
        assertEquals(160, one.sum().totals().voluntary());
        assertEquals(1, one.processes());
        assertFalse(one.whole());
        assertTrue(account.read().orElseThrow().whole());
        account.close();
    }

    /** Another process has its number by the next look. */
    @Test
    void aNumberThatWasGivenAwayIsTheEndOfOneAndTheBeginningOfAnother() throws Exception {
        process(11, 10, 'S', 1, 0, 100);
        process(12, 11, 'S', 1, 0, 50);
        TreeAccount account = account(10);
        assertEquals(150, account.read().orElseThrow().sum().totals().voluntary());
        process(12, 11, 'S', 1, 0, 7);
        Path stat = proc.resolve("12/stat");
        Files.writeString(stat, Files.readString(stat).replace(" 1012 ", " 5555 "));
        TreeAccount.Sample then = account.read().orElseThrow();
        assertEquals(150, then.sum().totals().voluntary());
        assertFalse(then.whole());
        assertEquals(157, account.read().orElseThrow().sum().totals().voluntary());
        account.close();
    }

    /** A child that came and went between two looks shows in the faults of its parent. */
    @Test
    void aChildThatNobodySawIsNoticed() throws Exception {
        process(11, 10, 'S', 1, 7, 100);
        TreeAccount account = account(10);
        assertTrue(account.read().orElseThrow().whole());
        process(11, 10, 'S', 1, 90, 100);
        assertFalse(account.read().orElseThrow().whole());
        account.close();
    }

    /** Each of a server's children serves one connection and ends: their parent has waited for them. */
    @Test
    void whatChildrenUsedThatWereWaitedForIsInTheSum() throws Exception {
        process(10, 1, 'S', 1, 0, 0);
        process(11, 10, 'S', 1, 0, 100);
        waitedFor(11, 500, 40);
        TreeAccount account = account(10);
        assertEquals(50_000_000, account.read().orElseThrow().sum().stat().cpuNanos());
        waitedFor(11, 800, 65);
        PidStat then = account.read().orElseThrow().sum().stat();
        assertEquals(300_000_000, then.cpuNanos());
        assertEquals(310, then.minorFaults());
        account.close();
    }

    /** A child that was seen is not counted again in its parent; one whose parent ended is waited for above. */
    @Test
    void aChildThatWasSeenIsCountedOnceWhoeverWaitsForIt() throws Exception {
        process(10, 1, 'S', 1, 0, 0);
        process(11, 10, 'S', 1, 0, 100);
        process(12, 11, 'S', 1, 0, 50);
        TreeAccount account = account(10);
        assertEquals(100_000_000, account.read().orElseThrow().sum().stat().cpuNanos());
        end(12);
        // Not waited for yet: what was seen of it stays.
        assertEquals(100_000_000, account.read().orElseThrow().sum().stat().cpuNanos());
        waitedFor(11, 10, 6);
        assertEquals(110_000_000, account.read().orElseThrow().sum().stat().cpuNanos());
        process(13, 11, 'S', 1, 0, 1);
        end(11);
        process(13, 10, 'S', 1, 0, 1);
        waitedFor(10, 20, 12);
        assertEquals(170_000_000, account.read().orElseThrow().sum().stat().cpuNanos());
        account.close();
    }

    private void waitedFor(int pid, int faults, int ticks) throws IOException {
        Path stat = proc.resolve(pid + "/stat");
        String text =
                Files.readString(stat).replaceFirst("(4194304 10 )\\d+( 1 0 2 3) \\d+", "$1" + faults + "$2 " + ticks);
        Files.writeString(stat, text);
    }

    @Test
    void withoutMembersThereIsNothing() throws Exception {
        assertEquals(Optional.empty(), account(10).read());
    }
}
