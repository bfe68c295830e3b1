package interleave.execution;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ScopeTest {
    private final ThreadScope scope = new ThreadScope();

    /** As where the system has no further thread: it stays new for ever. */
    @Test
    void aThreadThatCouldNotBeStartedIsNotWaitedFor() {
        ThreadScope.Chain chain = new ThreadScope.Chain() {
            @Override
            public void run() {}
        };
        scope.enter(chain);
        Thread none = new Thread(chain) {
            @Override
            public void start() {
                throw new OutOfMemoryError("no thread");
            }
        };
        assertThrows(OutOfMemoryError.class, () -> scope.start(chain, none));
        scope.close();
    }
}
