package interleave.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolNamesTest {
    @ParameterizedTest
    @CsvSource({
        "pool-12, pool-*",
        "event-loop-0, event-loop-*",
        "GC Thread#3, GC Thread#*",
        "worker7, worker*",
        "pool-1-thread-1, pool-1-thread-*",
        "tokio-2-io, tokio-*-io",
        "G1 Main Marker, G1 Main Marker",
        "C2, C*",
        "42, 42",
        "java, java",
        // Cut at 15 bytes: what is left of the number is the port.
        "http-nio-8080-e, http-nio-8080-e",
        "ForkJoinPool-1-, ForkJoinPool-1-"
    })
    void theLastNumberIsThatOfTheThread(String name, String pool) {
        assertEquals(pool, PoolNames.of(name, false));
    }

    @ParameterizedTest
    @CsvSource({"kworker/0:1H-kblockd, kworker/*", "ksoftirqd/1, ksoftirqd/*", "rcu_preempt, rcu_preempt"})
    void theKernelsOwnAreByWhatStandsBeforeTheSlash(String name, String pool) {
        assertEquals(pool, PoolNames.of(name, true));
    }
}
