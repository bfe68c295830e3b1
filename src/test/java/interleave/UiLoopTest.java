package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.catalogue.Workloads;
import interleave.metric.ProcessReadings;
import interleave.metric.Reading;
import interleave.metric.Readings;
import interleave.metric.ThreadTable;
import interleave.run.Frames;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.WorkMetrics;
import interleave.screen.Glyphs;
import interleave.screen.Grid;
import interleave.screen.Key;
import interleave.screen.Size;
import interleave.screen.Terminal;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.state.Event;
import interleave.state.LabOrder;
import interleave.state.Menu;
import interleave.state.MonitorSetup;
import interleave.state.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class UiLoopTest {
    private static final Event FRAME = new Event.Run(new RunEvent.Reported(new RunId(1), Frames.at(0, 0, 0, 0, 0)));
    private static final Event TICK = new Event.Sampled(Readings.NONE, 0, 0);

    private final ScriptedTerminal terminal = new ScriptedTerminal();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final RecordingHands effects = new RecordingHands();
    private final UiLoop loop = new UiLoop(
            State.initial(
                    new MonitorSetup(Menu.of(Workloads.all(2)), Glyphs.BRAILLE, 2, false),
                    new Size(80, 24),
                    Duration.ofSeconds(1)),
            events,
            terminal);

    private static final class ScriptedTerminal implements Terminal {
        private final List<String> done = new ArrayList<>();
        private int shown;
        private boolean stalled;

        @Override
        public void listen(Consumer<Signal> listener) {}

        @Override
        public Size size() {
            return new Size(80, 24);
        }

        @Override
        public Glyphs glyphs() {
            return Glyphs.BRAILLE;
        }

        @Override
        public boolean show(Grid grid) {
            if (!stalled) shown++;
            return !stalled;
        }

        @Override
        public void repaint() {
            done.add("repaint");
        }

        @Override
        public void suspend(String words) {
            done.add("suspend");
        }

        @Override
        public long bytesWritten() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private static final class RecordingHands implements UiLoop.Effects {
        private final List<String> done = new ArrayList<>();

        @Override
        public void writeSteps(interleave.state.Scene scene) {
            done.add("write " + scene.totals().size());
        }

        @Override
        public RunId start(RunSpec spec) {
            done.add("start " + spec.workload());
            return new RunId(done.size());
        }

        @Override
        public void stop(RunId id) {
            done.add("stop " + id.number());
        }

        @Override
        public void tune(RunId id, Knob knob, long value) {
            done.add("tune " + id.number() + " " + knob + " " + value);
        }

        @Override
        public void stopAll() {
            done.add("stop all");
        }

        @Override
        public void change(RunId id, Load load) {
            done.add("change " + id.number());
        }

        @Override
        public void pace(Duration interval) {
            done.add("pace " + interval.toMillis());
        }

        @Override
        public void threads(ThreadTable.Scope scope) {
            done.add("threads " + scope);
        }

        @Override
        public void nameThreads(ProcessReadings.Id process) {
            done.add("names of " + process.pid());
        }

        @Override
        public void lab(LabOrder order) {
            done.add("lab " + order);
        }

        @Override
        public void choosing(boolean on) {
            done.add("choosing " + on);
        }

        @Override
        public void watch(int pid, boolean on) {
            done.add("watch " + pid + " " + on);
        }
    }

    private static Event press(char key) {
        return new Event.Pressed(new Key.Char(key));
    }

    @Test
    void manyEventsAreOnePicture() {
        loop.draw();
        events.addAll(List.of(press('j'), TICK, press('p')));
        loop.step(press('j'), effects);
        assertEquals(2, terminal.shown);
        assertEquals(2, loop.state().selected());
    }

    @Test
    void framesAloneDrawNothing() {
        loop.draw();
        loop.step(FRAME, effects);
        assertEquals(1, terminal.shown);
        loop.step(TICK, effects);
        assertEquals(2, terminal.shown);
    }

    /** At a pace of a minute, it would be the first that is seen of a run. */
    @Test
    void theFirstNumbersOfARunWaitForNoTick() {
        loop.step(frame(0), effects);
        loop.draw();
        RunSpec spec = loop.state().scene().slots().getFirst().spec();
        loop.step(new Event.Started(new RunId(1), spec), effects);
        int shown = terminal.shown;
        for (long millis : new long[] {0, 250, 500, 750}) loop.step(frame(millis), effects);
        assertEquals(shown, terminal.shown);
        loop.step(frame(1000), effects);
        assertEquals(shown + 1, terminal.shown);
        assertEquals(
                Reading.of(1000), loop.state().scene().readings(new RunId(1)).of(WorkMetrics.TASKS_PER_S));
        loop.step(frame(2000), effects);
        assertEquals(shown + 1, terminal.shown);
    }

    /** Of a tick in the first second, when hardly a task had ended. */
    @Test
    void norDoTheyIfATickComesTooEarlyForThem() {
        loop.step(frame(0), effects);
        RunSpec spec = loop.state().scene().slots().getFirst().spec();
        loop.step(new Event.Started(new RunId(1), spec), effects);
        for (long millis : new long[] {0, 250}) loop.step(frame(millis), effects);
        loop.step(TICK, effects);
        int shown = terminal.shown;
        for (long millis : new long[] {500, 750}) loop.step(frame(millis), effects);
        assertEquals(shown, terminal.shown);
        loop.step(frame(1000), effects);
        assertEquals(shown + 1, terminal.shown);
        loop.step(frame(1250), effects);
        assertEquals(shown + 1, terminal.shown);
    }

    private static Event frame(long millis) {
        return new Event.Run(new RunEvent.Reported(new RunId(1), Frames.at(millis, millis, 0, 0, 0)));
    }

    @Test
    void whatAStalledTerminalMissedIsDrawnAtTheNextEventOfAnyKind() {
        terminal.stalled = true;
        loop.draw();
        loop.step(TICK, effects);
        assertEquals(0, terminal.shown);
        terminal.stalled = false;
        loop.step(FRAME, effects);
        assertEquals(1, terminal.shown);
        loop.step(FRAME, effects);
        assertEquals(1, terminal.shown);
    }

    @Test
    void whatABusyTerminalMissedIsDrawnAsSoonAsItIsReady() {
        terminal.stalled = true;
        loop.step(TICK, effects);
        terminal.stalled = false;
        loop.step(new Event.Ready(), effects);
        assertEquals(1, terminal.shown);
        loop.step(new Event.Ready(), effects);
        assertEquals(1, terminal.shown);
    }

    @Test
    void theSameKeyTwiceAtOnceStartsAndStops() {
        events.add(press('3'));
        loop.step(press('3'), effects);
        assertEquals(List.of("start http/threads", "stop 1"), effects.done);
    }

    @Test
    void commandsReachThoseWhoCarryThemOut() {
        events.addAll(List.of(
                press('1'),
                press('+'),
                press(']'),
                press('s'),
                new Event.Pressed(new Key.Ctrl('l')),
                new Event.Pressed(new Key.Ctrl('z'))));
        loop.step(TICK, effects);
        assertEquals(List.of("start http/event-loop", "change 1", "pace 2000", "stop all"), effects.done);
        assertEquals(List.of("repaint", "suspend"), terminal.done);
    }

    @Test
    void theEndGivesItsStatusAndDrawsNoMore() throws InterruptedException {
        events.addAll(List.of(TICK, new Event.Ended("SIGHUP", 129), TICK));
        assertEquals(129, loop.run(effects));
        assertEquals(0, terminal.shown);
        assertTrue(events.contains(TICK));
    }
}
