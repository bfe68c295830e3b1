package interleave.state;

import static interleave.state.Sessions.INITIAL;
import static interleave.state.Sessions.press;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.metric.Closeup;
import interleave.metric.JavaNames;
import interleave.metric.ProcessReadings;
import interleave.metric.ProcessTable;
import interleave.metric.Reading;
import interleave.metric.ThreadReadings;
import interleave.metric.ThreadTable;
import interleave.screen.Key.Char;
import interleave.screen.Key.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lists of what is not ours: what is looked at for them, and what their keys do. */
class PickerKeysTest {
    private static ProcessTable.Row row(int pid, String name, double cpu, int threads) {
        return new ProcessTable.Row(
                new ProcessReadings.Id(pid, pid),
                name,
                "/bin/" + name,
                "",
                threads,
                Reading.of(cpu),
                Reading.of(9),
                true);
    }

    private static final ProcessTable TABLE =
            new ProcessTable(List.of(row(1, "init", 0, 1), row(50, "java", 90, 40), row(60, "node", 20, 400)), true);

    private static State opened(List<Integer> watched) {
        State state = press(INITIAL, new Char('a')).state();
        return Update.on(state, new Event.Closer(new Closeup(ThreadTable.NONE, TABLE, watched)))
                .state();
    }

    @Test
    void processesAreLookedAtWhileTheyAreSeen() {
        Step open = press(INITIAL, new Char('a'));
        assertEquals(List.of(new Command.Choosing(true)), open.commands());
        assertEquals(
                List.of(new Command.Choosing(false)),
                press(open.state(), Named.ESCAPE).commands());
        assertEquals(View.DASHBOARD, press(open.state(), new Char('a')).state().view());
    }

    @Test
    void threadsAreLookedAtWhileTheyAreSeenOrFollowed() {
        Step machine = press(INITIAL, new Char('T'));
        assertEquals(List.of(new Command.Threads(ThreadTable.Scope.MACHINE)), machine.commands());
        assertEquals(
                List.of(new Command.Threads(ThreadTable.Scope.NOBODY)),
                press(machine.state(), Named.ESCAPE).commands());
        assertEquals(
                List.of(new Command.Threads(ThreadTable.Scope.NOBODY), new Command.Choosing(true)),
                press(machine.state(), new Char('a')).commands());
    }

    @Test
    void whileNoProcessIsWatchedTheThreadsAreTheMachines() {
        Step threads = press(INITIAL, new Char('t'));
        assertEquals(List.of(new Command.Threads(ThreadTable.Scope.MACHINE)), threads.commands());
        assertEquals(View.THREADS, threads.state().view());
        assertTrue(threads.state().notice().orElseThrow().words().startsWith("none is watched"));
        assertEquals(
                View.DASHBOARD, press(threads.state(), new Char('t')).state().view());
    }

    @Test
    void enterWatchesTheSelectedOneAndEndsThat() {
        State state = opened(List.of(60));
        assertEquals(
                List.of(new Command.Watch(50, true)), press(state, Named.ENTER).commands());
        State second = press(state, Named.DOWN).state();
        assertEquals(
                List.of(new Command.Watch(60, false)),
                press(second, Named.ENTER).commands());
    }

    @Test
    void theOrderIsTurned() {
        State byThreads = press(press(opened(List.of()), new Char('o')).state(), new Char('o'))
                .state();
        assertEquals(
                List.of(new Command.Watch(60, true)),
                press(byThreads, Named.ENTER).commands());
    }

    /** A letter that is a key elsewhere is one of the filter's, and Escape clears that before it leaves. */
    @Test
    void whileAFilterIsTypedKeysGoIntoIt() {
        State typing = press(opened(List.of()), new Char('/')).state();
        for (char letter : "qs1".toCharArray()) {
            Step step = press(typing, new Char(letter));
            assertEquals(List.of(), step.commands());
            typing = step.state();
        }
        assertEquals("qs1", PickerKeys.look(typing).filter().text());
        State shorter =
                press(press(typing, Named.BACKSPACE).state(), Named.ENTER).state();
        assertEquals(new Filter("qs", false), PickerKeys.look(shorter).filter());
        State cleared = press(shorter, Named.ESCAPE).state();
        assertEquals(View.PROCESSES, cleared.view());
        assertEquals(Filter.NONE, PickerKeys.look(cleared).filter());
        assertEquals(View.DASHBOARD, press(cleared, Named.ESCAPE).state().view());
    }

    @Test
    void aFilterIsOfNamesCommandsAndNumbers() {
        PickerLook look = PickerLook.FIRST;
        assertEquals(
                1, PickerRows.of(TABLE, look.with(new Filter("NODE", false))).size());
        assertEquals(
                3, PickerRows.of(TABLE, look.with(new Filter("/bin", false))).size());
        assertEquals(1, PickerRows.of(TABLE, look.with(new Filter("50", false))).size());
    }

    /** It costs the JVM something: that is said first, and forgotten when anything else is done. */
    @Test
    void aJvmIsAskedWhenTheKeyIsPressedTwice() {
        ThreadTable table = new ThreadTable(
                ThreadTable.Scope.MACHINE,
                List.of(new ThreadReadings(
                        new ThreadReadings.Id(50, 50, 7),
                        new ThreadReadings.Names("java", "java", false),
                        new ThreadReadings.Now('S', 0, ""),
                        new float[5])),
                List.of());
        State state = Update.on(press(INITIAL, new Char('T')).state(), new Event.Closer(new Closeup(table)))
                .state();
        Step first = press(state, new Char('J'));
        assertEquals(List.of(), first.commands());
        assertTrue(first.state().notice().orElseThrow().words().startsWith("J again asks JVM 50"));
        ProcessReadings.Id java = new ProcessReadings.Id(50, 7);
        assertEquals(
                List.of(new Command.NameThreads(java)),
                press(first.state(), new Char('J')).commands());
        State moved = press(first.state(), Named.DOWN).state();
        assertEquals(List.of(), press(moved, new Char('J')).commands());
        State told = Update.on(
                        first.state(),
                        new Event.Named(new JavaNames(java, Map.of(50, "java-in-full"), Reading.of(3), "1 ms")))
                .state();
        assertTrue(told.notice().orElseThrow().words().contains("3 virtual threads"));
        assertEquals(
                "java-in-full",
                told.scene()
                        .readings()
                        .closeup()
                        .threads()
                        .all()
                        .getFirst()
                        .names()
                        .own());
    }

    /** It has another name then, and was said to be gone. */
    @Test
    void aPoolThatIsFollowedIsFollowedUnderItsWholeName() {
        Map<Integer, String> whole = new HashMap<>();
        List<ThreadReadings> all = new ArrayList<>();
        for (int tid = 51; tid <= 54; tid++) {
            whole.put(tid, tid == 54 ? "http-nio-8080-Acceptor" : "http-nio-8080-exec-" + tid);
            all.add(new ThreadReadings(
                    new ThreadReadings.Id(50, tid, 7),
                    new ThreadReadings.Names("http-nio-8080-e", "http-nio-8080-e", false),
                    new ThreadReadings.Now('S', 0, ""),
                    new float[5]));
        }
        ThreadTable table = new ThreadTable(ThreadTable.Scope.MACHINE, all, List.of());
        State state = Update.on(press(INITIAL, new Char('T')).state(), new Event.Closer(new Closeup(table)))
                .state();
        State followed = press(press(state, Named.ENTER).state(), new Char('f')).state();
        ProcessReadings.Id java = new ProcessReadings.Id(50, 7);
        State told = Update.on(followed, new Event.Named(new JavaNames(java, whole, Reading.of(0), "1 ms")))
                .state();
        ThreadKey exec = ThreadKey.ofPool(50, "http-nio-8080-exec-*");
        assertEquals(exec, told.scene().trends().followed().orElseThrow().key());
        ThreadsLook look = ThreadKeys.look(told);
        assertEquals(Optional.of(exec), look.followed());
        assertEquals(Optional.of(exec), look.selected());
        assertEquals(Set.of(exec), look.opened());
    }

    @Test
    void noKeyOfTheWorkloadsStartsAnythingThere() {
        for (View view : View.values()) {
            if (!view.list()) continue;
            State state = INITIAL.with(view);
            for (char key : "123+-=".toCharArray())
                assertEquals(List.of(), press(state, new Char(key)).commands(), view + " " + key);
        }
    }
}
