package interleave.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.kernel.ThreadLimits;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
                "Cannot run program \"java\": Exec failed, error: 11 (Resource temporarily unavailable)",
                "unable to create native thread: possibly out of memory or process/resource limits reached"
            })
    void tooFewProcessesAreALimit(String said) {
        assertEquals("could not be started: " + said + PROCESSES, ChildWords.startFailure(new IOException(said)));
    }

    @Test
    void whatTheJdkGuessesIsLeftOut() {
        IOException failure =
                new IOException("Cannot run program \"java\": Bad file descriptor, error: 24 (Too many open"
                        + " files) \n Possible reasons:\n  - Spawn helper ran into JDK version mismatch\n");
        assertEquals(
                "could not be started: Cannot run program \"java\": Bad file descriptor, error: 24 (Too many open"
                        + " files); the limit of open files is reached: raise ulimit -n",
                ChildWords.startFailure(failure));
    }

    @Test
    void aChildThatGotNoThreadSaysWhichLimit() {
        String said = "java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory";
        assertEquals("exit 1: " + said + PROCESSES, ChildWords.exit(1, Optional.of(said)));
        String collector = "Could not create ConcurrentMarkThread";
        assertEquals("exit 1: " + collector + PROCESSES, ChildWords.exit(1, Optional.of(collector)));
        assertEquals("exit 1: oh", ChildWords.exit(1, Optional.of("oh")));
    }

    @Test
    void theLimitThatWasReachedIsNamed() {
        var limits = List.of(
                new ThreadLimits.Limit("ulimit -u", 5000, "raise ulimit -u"),
                new ThreadLimits.Limit("/sys/fs/cgroup/a/pids.max", 3, "raise it"));
        assertEquals("; /sys/fs/cgroup/a/pids.max is reached: raise it", Hints.of("native thread", () -> limits));
        assertEquals("", Hints.of("oh", () -> {
            throw new AssertionError("not asked for");
        }));
    }
}
