package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.kernel.MemoryLimits;
import interleave.kernel.ThreadLimits;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildWordsTest {
    private static final String PROCESSES =
            "; no limit on threads is near now: memory may be short (ulimit -v, vm.max_map_count)";

    /** As JDK 25 says it, and as those before it did. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot run program \"java\": error=11, Resource temporarily unavailable",
                "Cannot run program \"java\": Exec failed, error: 11 (Resource temporarily unavailable)"
            })
    void tooFewProcessesAreALimit(String said) {
        assertEquals(
                "could not be started: java: Resource temporarily unavailable" + PROCESSES,
                ChildWords.startFailure(new IOException(said)));
    }

    @Test
    void aThreadThatCouldNotBeCreatedIsALimitToo() {
        Throwable none = new OutOfMemoryError("unable to create native thread: possibly out of memory");
        assertEquals(
                "could not be started: no further thread could be created" + PROCESSES,
                ChildWords.startFailure(new IOException(none.getMessage(), none)));
    }

    @Test
    void aSentenceOfOursIsSaidWhole() {
        assertEquals(
                "could not be started: ulimit -v is too low",
                ChildWords.startFailure(new Refused("ulimit -v is too low")));
    }

    @Test
    void whatTheJdkGuessesIsLeftOut() {
        IOException failure =
                new IOException("Cannot run program \"java\": Bad file descriptor, error: 24 (Too many open"
                        + " files) \n Possible reasons:\n  - Spawn helper ran into JDK version mismatch\n");
        assertEquals(
                "could not be started: java: Too many open files; the limit of open files is reached: raise ulimit -n",
                ChildWords.startFailure(failure));
    }

    /** As JDK 25 says it where one descriptor is left for its helper. */
    @Test
    void aHelperThatCannotBeginIsALimit() {
        IOException failure = new IOException("Cannot run program \"java\" (in directory \"/\"): Failed to exec spawn"
                + " helper: pid: 30670, exit code: 127, error: 0 (none) \nPossible reasons:\n");
        assertEquals(
                "could not be started: java: Java's helper could not load its libraries: files or memory may be short"
                        + " (ulimit -n, ulimit -v)",
                ChildWords.startFailure(failure));
    }

    @Test
    void aChildThatGotNoThreadSaysWhichLimit() {
        String said = "java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory";
        String plain = "exit 1: no further thread could be created" + PROCESSES;
        assertEquals(plain, ChildWords.exit(1, Optional.of(said), 0));
        String collector = "Could not create ConcurrentMarkThread";
        assertEquals("exit 1: " + collector + PROCESSES, ChildWords.exit(1, Optional.of(collector), 0));
        String refinement = "Could not allocate primary refinement thread";
        assertEquals("exit 1: " + refinement + PROCESSES, ChildWords.exit(1, Optional.of(refinement), 0));
        String begin = "Cannot create VM thread. Out of system resources.";
        assertEquals("exit 1: " + begin + PROCESSES, ChildWords.exit(1, Optional.of(begin), 0));
        assertEquals("exit 1: oh", ChildWords.exit(1, Optional.of("oh"), 0));
    }

    @Test
    void whereTheKernelKillsForMemoryTheLimitIsNamed() {
        Optional<MemoryLimits.Limit> limit = Optional.of(new MemoryLimits.Limit("/a/memory.max", 64 << 20, "64 MiB"));
        assertEquals(
                ": it may have been the kernel, for want of memory: /a/memory.max is 64 MiB: raise it, or lower --heap",
                Hints.ofKill(9, true, limit));
        assertEquals(
                ": it may have been the kernel, for want of memory: the machine's is short",
                Hints.ofKill(9, true, Optional.empty()));
        assertEquals("", Hints.ofKill(9, false, limit));
        assertEquals("", Hints.ofKill(15, true, limit));
    }

    @Test
    void theLimitThatWasReachedIsNamed() {
        var limits = List.of(
                new ThreadLimits.Limit("ulimit -u", 5000, "raise ulimit -u"),
                new ThreadLimits.Limit("/sys/fs/cgroup/a/pids.max", 3, "raise it"));
        assertEquals(
                "; /sys/fs/cgroup/a/pids.max is reached: raise it", Hints.of("native thread", () -> limits, List::of));
        assertEquals("", Hints.of("oh", ChildWordsTest::unasked, ChildWordsTest::unasked));
    }

    @Test
    void theLimitOnMemoryIsNamed() {
        var limits = List.of(new MemoryLimits.Limit("ulimit -v", 2_048_000, "2000 KiB"));
        assertEquals(
                "; ulimit -v is 2000 KiB: raise it, or lower --heap",
                Hints.of("Could not allocate compressed class space", ChildWordsTest::unasked, () -> limits));
        var limit = Optional.of(new MemoryLimits.Limit("ulimit -v", 2_048_000_000L, "2000000 KiB"));
        assertEquals(
                Optional.of("ulimit -v is 2000000 KiB, and this JVM takes 2365536 KiB: raise it, or lower --heap"),
                AddressSpace.tooLittle(List.of("java", "-Xmx67108864", "X"), limit));
        assertTrue(AddressSpace.tooLittle(List.of("java"), limit).isPresent());
        assertEquals(Optional.empty(), AddressSpace.tooLittle(List.of("java"), Optional.empty()));
    }

    private static <T> List<T> unasked() {
        throw new AssertionError("not asked for");
    }

    /** The kernel kills whoever has used it up, and who else may have done it does not matter where it has. */
    @Test
    void theLimitOnCpuTimeIsNamed() {
        String named = ": ulimit -t gives each process 2 s of CPU time: raise it";
        assertEquals(named, Hints.ofSignal(9, 1_700_000, OptionalLong.of(2)));
        assertEquals(named, Hints.ofSignal(9, 0, OptionalLong.of(2)));
        assertEquals(named, Hints.ofSignal(24, 300_000, OptionalLong.of(2)));
        assertEquals("", Hints.ofSignal(9, 300_000, OptionalLong.of(2)));
        assertEquals("", Hints.ofSignal(15, 1_700_000, OptionalLong.of(2)));
        assertEquals("", Hints.ofSignal(9, 1_700_000, OptionalLong.empty()));
    }
}
