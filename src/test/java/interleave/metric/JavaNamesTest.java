package interleave.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import interleave.metric.ThreadTable.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaNamesTest {
    private static ThreadReadings thread(int tid, String name) {
        return new ThreadReadings(
                new ThreadReadings.Id(10, tid, 1),
                new ThreadReadings.Names(name, name, false),
                new ThreadReadings.Now('S', 0, ""),
                new float[5]);
    }

    private static final ThreadTable TABLE = new ThreadTable(
            Scope.WATCHED,
            List.of(thread(11, "http-nio-8080-e"), thread(12, "http-nio-8080-e"), thread(13, "reused")),
            List.of());

    @Test
    void namesThatTheKernelCutAreWhole() {
        JavaNames told = new JavaNames(
                new ProcessReadings.Id(10, 1),
                Map.of(11, "http-nio-8080-exec-1", 12, "http-nio-8080-exec-2", 13, "pool-1-thread-1"),
                Reading.of(0),
                "");
        List<ThreadReadings> named = JavaNames.named(TABLE, List.of(told)).all();
        assertEquals("http-nio-8080-exec-1", named.get(0).names().own());
        assertEquals("http-nio-8080-exec-*", named.get(0).names().pool());
        assertEquals(named.get(0).names().pool(), named.get(1).names().pool());
        // The number was given to another thread since.
        assertEquals("reused", named.get(2).names().own());
    }

    @Test
    void nobodyIsNamedByAnother() {
        JavaNames other = new JavaNames(new ProcessReadings.Id(99, 1), Map.of(11, "http"), Reading.of(0), "");
        assertEquals(
                "http-nio-8080-e",
                JavaNames.named(TABLE, List.of(other)).all().getFirst().names().own());
        assertSame(TABLE, JavaNames.named(TABLE, List.of()));
    }
}
