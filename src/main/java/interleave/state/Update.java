package interleave.state;

import interleave.metric.Closeup;
import interleave.metric.JavaNames;
import interleave.metric.Rates;
import interleave.metric.Reading;
import interleave.metric.Readings;
import interleave.metric.ThreadTable;
import interleave.run.RunEvent;
import interleave.run.RunStatus;
import interleave.screen.Key;
import interleave.screen.Key.Ctrl;
import interleave.spec.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The consequence of an event. Pure: the same state and event always give the same step. */
public final class Update {
    private static final long NOTICE_NANOS = 5_000_000_000L;

    private Update() {}

    public static Step on(State state, Event event) {
        // start-up: no switch over types (StartUpIT)
        if (event instanceof Event.Pressed(Key key)) return looking(state, pressed(state, key));
        if (event instanceof Event.Closer(Closeup closeup))
            return Step.to(state.with(state.scene().with(JavaNaming.named(state, closeup))));
        if (event instanceof Event.Named(JavaNames names)) return Step.to(JavaNaming.told(state, names));
        if (event instanceof Event.NotNamed(var process, String why))
            return Step.to(JavaNaming.refused(state, process, why));
        if (event instanceof Event.Pasted())
            return Step.to(state.noticing("a paste is not played as keys: press one at a time"));
        if (event instanceof Event.Resized(var size)) return Step.to(state.with(size), new Command.Repaint());
        if (event instanceof Event.SuspendAsked())
            return Step.to(state, new Command.Suspend(Farewell.words(state.scene())));
        if (event instanceof Event.Resumed()) return Step.to(state, new Command.Repaint());
        if (event instanceof Event.Ready()) return Step.to(state);
        if (event instanceof Event.Sampled sampled) return sampled(state, sampled);
        if (event instanceof Event.Run(var news)) return AloneSeries.on(ran(state, news), news);
        if (event instanceof Event.Asked(var workloads)) return asked(state, workloads);
        if (event instanceof Event.Started started)
            return Step.to(AloneSeries.started(state.with(RunNews.started(state.scene(), started)), started));
        if (event instanceof Event.Lab(LabNews news)) return Step.to(LabKeys.on(state, news));
        if (event instanceof Event.Told(var words)) return Step.to(state.noticing(words));
        if (event instanceof Event.Ended(var why, int status)) return Step.to(state, new Command.Quit(status));
        throw new MatchException(null, null);
    }

    /** All of them start, and the first is selected, so that the next + or - turns what was asked for. */
    private static Step asked(State state, List<Workload> workloads) {
        List<WorkloadCell> slots = state.scene().slots();
        List<Command> starts = new ArrayList<>();
        int first = state.selected();
        for (Workload workload : workloads)
            for (int i = 0; i < slots.size(); i++) {
                if (!slots.get(i).info().workload().equals(workload)) continue;
                if (starts.isEmpty()) first = i;
                starts.add(new Command.Start(slots.get(i).spec()));
            }
        return new Step(state.withSelected(first), starts);
    }

    private static State ran(State state, RunEvent news) {
        State next = state.with(RunNews.on(state.scene(), news));
        String remark = RunNews.remark(state, news);
        return remark.isEmpty() ? next : next.noticing(remark);
    }

    private static Step pressed(State state, Key key) {
        Optional<Action> action = Bindings.of(key, state.setup(), state.view());
        if (state.help().isPresent() && !(key instanceof Ctrl)) return Step.to(HelpKeys.pressed(state, key));
        if (state.look().entry().isPresent() && !(key instanceof Ctrl)) return Typing.pressed(state, key);
        if (state.view().list() && Lists.typing(state) && !(key instanceof Ctrl))
            return Step.to(Lists.typed(state, key));
        if (action.isEmpty()) return Step.to(state);
        Optional<String> whyNot = Bindings.whyNot(action.get(), state);
        if (whyNot.isPresent()) return Step.to(state.noticing(whyNot.get()));
        return act(state.noticing(""), action.get(), key);
    }

    /** Threads and processes that are seen from now on are looked at from now on, and no others. */
    private static Step looking(State before, Step step) {
        ThreadTable.Scope wanted = ThreadKeys.wanted(step.state());
        boolean chooses = step.state().view() == View.PROCESSES;
        boolean sameThreads = wanted == ThreadKeys.wanted(before);
        boolean sameChoice = chooses == (before.view() == View.PROCESSES);
        if (sameThreads && sameChoice) return step;
        List<Command> commands = new ArrayList<>(step.commands());
        if (!sameThreads) commands.add(new Command.Threads(wanted));
        if (!sameChoice) commands.add(new Command.Choosing(chooses));
        return new Step(step.state(), commands);
    }

    private static Step act(State state, Action action, Key key) {
        return switch (action) {
            case TOGGLE -> toggle(state, Bindings.slotOf(key, state.setup()));
            case UP, DOWN, PAGE_UP, PAGE_DOWN, FIRST, LAST, OPEN, ORDER, FILTER, FOLLOW, NAMES -> moved(state, action);
            case CLAIMS -> LabKeys.shown(state);
            case CLAIM, ALL_CLAIMS -> LabKeys.on(state, action);
            case PROCESSES -> Step.to(state.view() == View.PROCESSES ? table(state) : PickerKeys.shown(state));
            case THREADS -> Step.to(ThreadKeys.shown(state));
            case MACHINE_THREADS -> Step.to(ThreadKeys.shown(state, ThreadTable.Scope.MACHINE));
            case LEFT, RIGHT -> Step.to(Selection.moved(state, action));
            case WRITE -> Step.to(state, new Command.WriteSteps(state.shown()));
            case TOGGLE_SELECTED -> toggle(state, state.selected());
            case MORE -> Knobs.turned(state, true);
            case LESS -> Knobs.turned(state, false);
            case TYPE -> Step.to(Typing.begun(state));
            case OTHER_LOAD -> Knobs.otherLoad(state);
            case KNOB -> Step.to(Knobs.next(state));
            case MATRIX -> Step.to(state.view() == View.MATRIX ? table(state) : state.with(View.MATRIX));
            case MONITOR -> Step.to(state.view() == View.MONITOR ? table(state) : state.with(View.MONITOR));
            case STEPS -> Step.to(state.view() == View.STEPS ? table(state) : state.with(View.STEPS));
            case CLEAR -> Step.to(cleared(state));
            case LARGE -> Step.to(large(state));
            case BACK -> Step.to(state.view().list() && Lists.filtered(state) ? Lists.unfiltered(state) : table(state));
            case MARK -> Step.to(AloneSeries.marked(state));
            case ALONE -> AloneSeries.begunOrEnded(state);
            case STOP_ALL -> LabKeys.stopped(Step.to(AloneSeries.ended(state).state(), new Command.StopAll()));
            case PAUSE -> Step.to(state.withFrozen(state.paused() ? Optional.empty() : Optional.of(state.scene())));
            case FASTER -> pace(state, Pace.faster(state.interval()).orElseThrow());
            case SLOWER -> pace(state, Pace.slower(state.interval()).orElseThrow());
            case HELP -> Step.to(state.with(state.look().withHelp(OptionalInt.of(0))));
            case REPAINT -> Step.to(state, new Command.Repaint());
            case SUSPEND -> Step.to(state, new Command.Suspend(Farewell.words(state.scene())));
            case QUIT -> Step.to(state, new Command.Quit(0));
        };
    }

    private static Step moved(State state, Action action) {
        if (state.view() == View.LAB) return LabKeys.on(state, action);
        if (state.view().list()) return Lists.on(state, action);
        return Step.to(Selection.moved(state, action));
    }

    private static State table(State state) {
        return state.with(View.DASHBOARD).withSelected(Selection.inTable(state));
    }

    /** It says so, since on most screens there is no room to see it. */
    private static State large(State state) {
        boolean next = !state.look().large();
        String words =
                next ? "the headline's number is large where there is room" : "no large digits; D brings them back";
        return state.with(state.look().withLarge(next)).noticing(words);
    }

    /** The selected line stays so, unless it goes with its run. */
    private static State cleared(State state) {
        State next = state.with(state.scene().cleared());
        return next.view() == View.MATRIX ? next : next.withSelected(Selection.inTable(next));
    }

    private static Step pace(State state, Duration interval) {
        return Step.to(state.with(interval).with(state.scene().marked(Marks.Kind.PACED)), new Command.Pace(interval));
    }

    private static Step toggle(State state, int index) {
        if (index >= state.scene().slots().size()) return Step.to(state);
        State next = state.withSelected(index);
        WorkloadCell slot = state.scene().slots().get(index);
        boolean itsTurn =
                state.alone().turn().filter(turn -> turn.place() == index).isPresent();
        if (itsTurn) return AloneSeries.ended(next);
        if (slot.live()) return stop(next, slot.run().orElseThrow().status());
        Optional<String> unavailable = slot.info().unavailable();
        if (unavailable.isPresent()) return Step.to(next.noticing(slot.info().workload() + ": " + unavailable.get()));
        if (state.paused()) next = next.noticing(slot.info().workload() + " starts; p goes on with the picture");
        Step left = AloneSeries.ended(next);
        return left.and(new Command.Start(slot.spec()));
    }

    private static Step stop(State state, RunStatus status) {
        if (status.phase() == RunStatus.Phase.STOPPING)
            return Step.to(state.noticing(status.workload() + " is stopping"));
        return Step.to(state, new Command.Stop(status.id()));
    }

    private static Step sampled(State state, Event.Sampled sampled) {
        Scene before = state.scene();
        Readings readings = sampled.readings()
                .with(JavaNaming.named(state, sampled.readings().closeup()));
        long nanos = readings.nanos();
        Reading bytes = before.readings().values().isEmpty()
                ? Reading.WARMING_UP
                : Rates.perSecond(before.terminalBytes(), sampled.terminalBytes(), nanos - before.nanos());
        Trends trends = before.trends().plus(readings, state.interval());
        State next = state.with(new Scene(
                readings,
                trends,
                RunNews.cut(before.slots(), trends.time()),
                RunNews.cutRuns(before.others(), trends.time()),
                before.ended(),
                before.marks(),
                OptionalInt.of(sampled.secondOfDay()),
                sampled.terminalBytes(),
                bytes));
        return AloneSeries.ticked(expired(state, nanos) ? JavaNaming.forgotten(next.noticing("")) : next);
    }

    /** A notice made before the first sample has no time; it goes at the first. */
    private static boolean expired(State state, long nanos) {
        return state.notice().isPresent() && nanos - state.notice().get().nanos() > NOTICE_NANOS;
    }
}
