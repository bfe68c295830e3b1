package interleave;

import interleave.metric.ProcessReadings;
import interleave.metric.ThreadTable;
import interleave.panel.Picture;
import interleave.panel.PictureStrip;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.screen.Terminal;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.state.Command;
import interleave.state.Event;
import interleave.state.LabOrder;
import interleave.state.Scene;
import interleave.state.State;
import interleave.state.Step;
import interleave.state.Update;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;

/**
 * The user interface's thread: takes an event, has {@link Update} make the next state of it, does what that asks for,
 * and draws once all events at hand are dealt with. Sleeps until there is one; never polls.
 */
final class UiLoop {
    /** The things that the loop can have the rest of the monitor do. None of them blocks. */
    interface Effects {
        RunId start(RunSpec spec);

        void stop(RunId id);

        void stopAll();

        void change(RunId id, Load load);

        void tune(RunId id, Knob knob, long value);

        void pace(Duration interval);

        /** Writes the steps to a file, on a thread of its own; what comes of it is an event. */
        void writeSteps(Scene scene);

        void threads(ThreadTable.Scope scope);

        void lab(LabOrder order);

        void choosing(boolean on);

        void nameThreads(ProcessReadings.Id process);

        void watch(int pid, boolean on);
    }

    private final BlockingQueue<Event> events;
    private final Terminal terminal;
    private final PictureStrip pictures = new PictureStrip();
    private State state;
    private boolean stale = true;
    private OptionalInt status = OptionalInt.empty();

    UiLoop(State state, BlockingQueue<Event> events, Terminal terminal) {
        this.state = state;
        this.events = events;
        this.terminal = terminal;
    }

    State state() {
        return state;
    }

    /** Until something asks for the end; gives the exit status it asks for. */
    int run(Effects effects) throws InterruptedException {
        while (status.isEmpty()) step(events.take(), effects);
        return status.getAsInt();
    }

    /** Deals with an event and all that wait behind it, then draws at most once. */
    void step(Event first, Effects effects) {
        for (Event event = first; event != null; event = status.isEmpty() ? events.poll() : null) on(event, effects);
        if (stale && status.isEmpty()) draw();
    }

    /** Draws the state; what a terminal does not take is drawn at the next event, its being ready if not another. */
    void draw() {
        stale = !terminal.show(pictures.next(state));
    }

    void on(Event event, Effects effects) {
        State before = state;
        Step step = Update.on(before, event);
        state = step.state().help().isPresent() ? Picture.settled(step.state()) : step.state();
        stale |= visible(event, before);
        for (Command command : step.commands()) perform(command, effects);
    }

    /** Frames of a run come four times a second, and all but its first numbers show at the next tick. */
    private boolean visible(Event event, State before) {
        if (event instanceof Event.Run(RunEvent.Reported(RunId id, var frame)))
            return before.scene().readings(id) != state.scene().readings(id);
        return !(event instanceof Event.Ready);
    }

    void perform(Command command, Effects effects) {
        // start-up: no switch over types (StartUpIT)
        if (command instanceof Command.Start(RunSpec spec)) on(new Event.Started(effects.start(spec), spec), effects);
        else if (command instanceof Command.Stop(RunId id)) effects.stop(id);
        else if (command instanceof Command.StopAll()) effects.stopAll();
        else if (command instanceof Command.ChangeLoad(RunId id, Load load)) effects.change(id, load);
        else if (command instanceof Command.Tune(RunId id, Knob knob, long value)) effects.tune(id, knob, value);
        else if (command instanceof Command.Pace(Duration interval)) effects.pace(interval);
        else if (command instanceof Command.WriteSteps(Scene scene)) effects.writeSteps(scene);
        else if (command instanceof Command.Threads(ThreadTable.Scope scope)) effects.threads(scope);
        else if (command instanceof Command.Lab(LabOrder order)) effects.lab(order);
        else if (command instanceof Command.Choosing(boolean on)) effects.choosing(on);
        else if (command instanceof Command.Watch(int pid, boolean on)) effects.watch(pid, on);
        else if (command instanceof Command.NameThreads(var process)) effects.nameThreads(process);
        else if (command instanceof Command.Repaint()) terminal.repaint();
        else if (command instanceof Command.Suspend(String words)) terminal.suspend(words);
        else if (command instanceof Command.Quit(int asked)) status = OptionalInt.of(asked);
        else throw new MatchException(null, null);
    }
}
