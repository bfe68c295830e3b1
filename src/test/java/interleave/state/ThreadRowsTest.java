package interleave.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Reading;
import interleave.metric.ThreadMetrics;
import interleave.metric.ThreadReadings;
import interleave.metric.ThreadTable;
import interleave.metric.ThreadTable.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadRowsTest {
    private static final List<ThreadReadings> THREADS = new ArrayList<>();

    static {
        for (int i = 1; i <= 4; i++) THREADS.add(thread(10, 10 + i, "exec-" + i, "exec-*", false, 100 * i, 1));
        THREADS.add(thread(10, 10, "java", "java", false, 150, 90));
        THREADS.add(thread(20, 21, "exec-1", "exec-*", false, 7, 0));
        THREADS.add(thread(3, 3, "kworker/0", "kworker/*", true, 5, 0));
        THREADS.add(thread(4, 4, "kworker/1", "kworker/*", true, Float.NaN, 0));
    }

    private static ThreadReadings thread(
            int pid, int tid, String name, String pool, boolean kernel, float switches, float cpu) {
        return new ThreadReadings(
                new ThreadReadings.Id(pid, tid, 1),
                new ThreadReadings.Names(name, pool, kernel),
                new ThreadReadings.Now('S', 0, ""),
                new float[] {switches, cpu, 0, switches, 0});
    }

    private static final int[] AGES = {1, 4, 3, 2, 0, 9, 8, 7};

    private static final ThreadTable TABLE = new ThreadTable(Scope.MACHINE, THREADS, AGES, List.of());

    private static List<String> names(ThreadsLook look) {
        return ThreadRows.of(TABLE, look).stream()
                .map(row -> row.name() + " " + row.threads())
                .toList();
    }

    @Test
    void aPoolIsARowWithItsSumAndItsBusiest() {
        ThreadRow pool = ThreadRows.of(TABLE, ThreadsLook.FIRST).getFirst();
        assertTrue(pool.pool());
        assertEquals("exec-*", pool.name());
        assertEquals(4, pool.threads());
        assertEquals(Reading.of(1000), pool.of(ThreadMetrics.SWITCHES_PER_S));
        assertEquals("exec-4", pool.busiest().names().own());
        assertEquals(4, pool.ageMillis());
    }

    /** Kinds of switches are known of those that were looked at in full: without the others they are no sum of all. */
    @Test
    void aSumThatLacksThreadsIsAtLeastSoMuchOrNotKnown() {
        List<ThreadReadings> threads = new ArrayList<>();
        for (int i = 1; i <= 4; i++) threads.add(kinds(10 + i, 100, i < 3 ? Float.NaN : 90, i < 3 ? Float.NaN : 0));
        threads.add(kinds(15, Float.NaN, Float.NaN, Float.NaN));
        ThreadRow pool = ThreadRows.of(new ThreadTable(Scope.WATCHED, threads, List.of()), ThreadsLook.FIRST)
                .getFirst();
        assertEquals(Reading.of(400), pool.of(ThreadMetrics.SWITCHES_PER_S));
        assertFalse(pool.least(ThreadMetrics.SWITCHES_PER_S), "a thread that is new has switched as often as is seen");
        assertEquals(Reading.of(180), pool.of(ThreadMetrics.VOLUNTARY_SWITCHES_PER_S));
        assertTrue(pool.least(ThreadMetrics.VOLUNTARY_SWITCHES_PER_S));
        assertFalse(pool.of(ThreadMetrics.INVOLUNTARY_SWITCHES_PER_S).present(), "0 of those that are known");
    }

    private static ThreadReadings kinds(int tid, float switches, float voluntary, float involuntary) {
        return new ThreadReadings(
                new ThreadReadings.Id(10, tid, 1),
                new ThreadReadings.Names("exec-" + tid, "exec-*", false),
                new ThreadReadings.Now('S', 0, ""),
                new float[] {switches, 0, 0, voluntary, involuntary});
    }

    @Test
    void poolsAreOfOneProcessAndTheKernelsOfAll() {
        assertEquals(List.of("exec-* 4", "java 1", "exec-1 1", "kworker/* 2"), names(ThreadsLook.FIRST));
        assertEquals(
                Reading.of(5), ThreadRows.of(TABLE, ThreadsLook.FIRST).getLast().of(ThreadMetrics.SWITCHES_PER_S));
    }

    @Test
    void ordersAreByANumberOrByName() {
        assertEquals("java 1", names(ThreadsLook.FIRST.by(ThreadOrder.CPU)).getFirst());
        assertEquals(
                List.of("exec-* 4", "exec-1 1", "java 1", "kworker/* 2"),
                names(ThreadsLook.FIRST.by(ThreadOrder.NAME)));
        ThreadOrder order = ThreadOrder.SWITCHES;
        for (int i = 0; i < ThreadOrder.values().length; i++) order = order.next();
        assertEquals(ThreadOrder.SWITCHES, order);
    }

    @Test
    void anOpenPoolHasItsThreadsBeneathIt() {
        ThreadsLook open = ThreadsLook.FIRST.toggled(ThreadKey.ofPool(10, "exec-*"));
        assertEquals(
                List.of(
                        "exec-* 4",
                        "exec-4 1",
                        "exec-3 1",
                        "exec-2 1",
                        "exec-1 1",
                        "java 1",
                        "exec-1 1",
                        "kworker/* 2"),
                names(open));
        assertTrue(ThreadRows.of(TABLE, open).get(1).within());
        assertEquals(names(ThreadsLook.FIRST), names(open.toggled(ThreadKey.ofPool(10, "exec-*"))));
    }

    @Test
    void aFilterIsOfTheThreadsOwnNames() {
        assertEquals(List.of("exec-4 1"), names(ThreadsLook.FIRST.with(new Filter("C-4", true))));
        assertEquals(List.of(), names(ThreadsLook.FIRST.with(new Filter("nobody", false))));
    }

    @Test
    void theSelectedRowStaysSoWhereverItGoes() {
        List<ThreadRow> rows = ThreadRows.of(TABLE, ThreadsLook.FIRST);
        ThreadsLook java = ThreadsLook.FIRST.selecting(rows.get(1), 1);
        assertEquals(1, ThreadRows.selected(rows, java));
        List<ThreadRow> byCpu = ThreadRows.of(TABLE, java.by(ThreadOrder.CPU));
        assertEquals(0, ThreadRows.selected(byCpu, java));
        assertEquals(0, ThreadRows.selected(rows.subList(0, 1), java));
        assertEquals(0, ThreadRows.selected(List.of(), java));
    }

    @Test
    void theSumsOfWhatIsFollowedAreThoseOfItsRow() {
        assertEquals(
                1000, ThreadRows.sums(TABLE, ThreadKey.ofPool(10, "exec-*")).orElseThrow()[0]);
        assertEquals(150, ThreadRows.sums(TABLE, new ThreadKey(10, 10, 1, "")).orElseThrow()[0]);
        assertTrue(ThreadRows.sums(TABLE, new ThreadKey(10, 10, 2, "")).isEmpty());
        assertFalse(ThreadRows.sums(TABLE, ThreadKey.ofPool(0, "kworker/*")).isEmpty());
    }
}
