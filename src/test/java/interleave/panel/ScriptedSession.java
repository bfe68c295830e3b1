package interleave.panel;

import static interleave.metric.Reading.Why.FAILED;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.metric.Closeup;
import interleave.metric.Core;
import interleave.metric.HostIdentity;
import interleave.metric.HostMetrics;
import interleave.metric.Metric;
import interleave.metric.ProcessTable;
import interleave.metric.Reading;
import interleave.metric.Readings;
import interleave.metric.ThreadTable;
import interleave.run.Frame;
import interleave.run.RunEvent;
import interleave.run.RunId;
import interleave.run.RunStatus;
import interleave.run.RunStatus.Phase;
import interleave.screen.Glyphs;
import interleave.screen.Key;
import interleave.screen.Size;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.RunSpec;
import interleave.spec.Workload;
import interleave.state.Command;
import interleave.state.Event;
import interleave.state.Matrix;
import interleave.state.Menu;
import interleave.state.MonitorSetup;
import interleave.state.State;
import interleave.state.Step;
import interleave.state.Update;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A session of the monitor, driven by feeding {@link Update} what a machine and its runs would say. */
final class ScriptedSession {
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3600 * SECOND;
    private static final int SERVICE = 1_000;
    static final String LOGS = "/home/example/.local/state/interleave/";
    private static final long START = 5_000 * SECOND;
    private static final HostIdentity HOST = new HostIdentity(
            Optional.of("demo-host"),
            Optional.of("Linux 6.12.1"),
            Optional.of("Example Processor 9B14"),
            OptionalInt.of(1),
            OptionalInt.empty());

    private final int cores;
    private final ScriptedFrames frames = new ScriptedFrames();
    private final List<Script> running = new ArrayList<>();
    private State state;
    private final Map<Integer, Long> ends = new HashMap<>();
    private int seconds;
    private int watched;
    private int threads = 300;
    private boolean choosing;
    private ThreadTable.Scope scope = ThreadTable.Scope.NOBODY;

    ScriptedSession(Size size, int cores, Glyphs glyphs, Menu menu) {
        this(size, new MonitorSetup(menu, glyphs, cores, false));
    }

    ScriptedSession(Size size, MonitorSetup setup) {
        this.cores = setup.cores();
        state = State.initial(setup, size, Duration.ofSeconds(1));
    }

    State state() {
        return state;
    }

    ScriptedSession on(Event event) {
        Step step = Update.on(state, event);
        state = step.state();
        for (Command command : step.commands()) looked(command);
        return this;
    }

    private void looked(Command command) {
        if (command instanceof Command.Threads(ThreadTable.Scope whose)) scope = whose;
        else if (command instanceof Command.Choosing(boolean on)) choosing = on;
        else return;
        on(new Event.Closer(closeup()));
    }

    ScriptedSession press(Key key) {
        return on(new Event.Pressed(key));
    }

    /** In the matrix, where every workload is; then back at the table. */
    ScriptedSession select(int slot) {
        on(new Event.Pressed(new Key.Char('m')));
        Matrix matrix = state.setup().menu().matrix();
        while (matrix.rowOf(state.selected()) < matrix.rowOf(slot)) press(Key.Named.DOWN);
        while (matrix.rowOf(state.selected()) > matrix.rowOf(slot)) press(Key.Named.UP);
        while (matrix.columnOf(state.selected()) < matrix.columnOf(slot)) press(Key.Named.RIGHT);
        while (matrix.columnOf(state.selected()) > matrix.columnOf(slot)) press(Key.Named.LEFT);
        return press(new Key.Char('m'));
    }

    /** The run that was started last has something to say. */
    ScriptedSession said(String words) {
        return on(new Event.Run(new RunEvent.Noted(new RunId(running.getLast().slot()), words)));
    }

    ScriptedSession start(Script script) {
        if (running.isEmpty() && state.setup().target().isEmpty()) {
            changed(SERVICE, new Workload("http", "service"), Phase.RUNNING, Optional.empty());
            frame(SERVICE, Script.of(-1, 0, 0, 0, 0.1, 0), 0);
        }
        running.add(script);
        RunSpec spec = RunSpec.of(workload(script), script.load());
        changed(script.slot(), state.setup().target().map(spec::with).orElse(spec), Phase.RUNNING, Optional.empty());
        frame(script.slot(), script, 0);
        return this;
    }

    /** The run of a series whose turn it is, for so many seconds. */
    ScriptedSession turn(Script script, int ticks) {
        on(new Event.Started(new RunId(script.slot()), RunSpec.of(workload(script), script.load())));
        return start(script).more(ticks);
    }

    ScriptedSession failed(int slot, String why) {
        Workload workload = state.setup().menu().all().get(slot).workload();
        changed(slot, workload, Phase.STARTING, Optional.empty());
        changed(slot, workload, Phase.FAILED, Optional.of(why));
        return this;
    }

    ScriptedSession more(int ticks) {
        for (int i = 0; i < ticks; i++) {
            second();
            sampled(machine().values(), machine().perCore());
        }
        return this;
    }

    /** Seconds without a sample, as of a monitor that was stopped; its runs go on. */
    ScriptedSession away(int passing) {
        for (int i = 0; i < passing; i++) second();
        return this;
    }

    private void second() {
        seconds++;
        double all = 0;
        for (Script script : running) {
            frame(script.slot(), script, seconds);
            if (workload(script).task().equals("http")) all += script.tasks();
        }
        if (!running.isEmpty() && state.setup().target().isEmpty())
            frame(SERVICE, Script.of(-1, all, 0.02, 5.2, 0.05, 0), seconds);
    }

    ScriptedSession broken(int ticks) {
        for (int i = 0; i < ticks; i++) {
            seconds++;
            Map<Metric, Reading> values = machine().values();
            Reading why = Reading.absent(FAILED, "/proc/stat: permission denied");
            for (Metric metric : List.of(
                    HostMetrics.BUSY_PERCENT,
                    HostMetrics.USER_PERCENT,
                    HostMetrics.SYSTEM_PERCENT,
                    HostMetrics.IRQ_PERCENT,
                    HostMetrics.STEAL_PERCENT,
                    HostMetrics.IOWAIT_PERCENT,
                    HostMetrics.SWITCHES_PER_S,
                    HostMetrics.INTERRUPTS_PER_S,
                    HostMetrics.RUNNABLE,
                    HostMetrics.BLOCKED)) values.put(metric, why);
            values.put(HostMetrics.PRESSURE_CPU, Reading.absent(UNSUPPORTED, ""));
            sampled(values, List.of(Core.absent(0, why), Core.absent(1, why)));
        }
        return this;
    }

    /** The run of a workload comes to its end. */
    ScriptedSession ended(int slot) {
        running.removeIf(script -> script.slot() == slot);
        changed(slot, state.setup().menu().all().get(slot).workload(), Phase.ENDED, Optional.empty());
        return this;
    }

    /** The run of a workload goes on otherwise. */
    ScriptedSession becomes(Script script) {
        running.replaceAll(each -> each.slot() == script.slot() ? script : each);
        return this;
    }

    /** A setting of a run is turned, and it goes on otherwise. */
    ScriptedSession tuned(Script script, Knob knob, long value) {
        becomes(script);
        RunSpec spec = RunSpec.of(workload(script), script.load()).with(knob, value);
        changed(script.slot(), spec, Phase.RUNNING, Optional.empty());
        return this;
    }

    /** The run of a workload says no more. */
    ScriptedSession silent(int slot) {
        running.removeIf(script -> script.slot() == slot);
        changed(slot, state.setup().menu().all().get(slot).workload(), Phase.SILENT, Optional.empty());
        return this;
    }

    /** At the last second again, with the machine saying something else of itself. */
    ScriptedSession instead(Map<Metric, Reading> others) {
        Map<Metric, Reading> values = machine().values();
        values.putAll(others);
        sampled(values, machine().perCore());
        return this;
    }

    private void sampled(Map<Metric, Reading> values, List<Core> cores) {
        Readings readings = new Readings(
                START + seconds * SECOND,
                values,
                cores,
                HOST,
                ScriptedProcesses.at(seconds, watched),
                ScriptedProcesses.busiest(watched),
                closeup());
        on(new Event.Sampled(readings, 29_640 + seconds, 4_000 + seconds * 412L));
    }

    private Closeup closeup() {
        Closeup seen = ScriptedThreads.at(seconds, scope, threads, watched);
        return new Closeup(seen.threads(), choosing ? ScriptedTable.at(seconds) : ProcessTable.NONE, List.of(4711));
    }

    /** From now on there are so many threads to be looked at. */
    ScriptedSession threads(int count) {
        threads = count;
        return this;
    }

    /** From now on so many processes are watched. */
    ScriptedSession watching(int processes) {
        watched = processes;
        return this;
    }

    private ScriptedMachine machine() {
        double switches = 0;
        for (Script script : running) switches += script.tasks() * (script.perTask() + 0.02);
        return new ScriptedMachine(seconds, cores, running.size(), switches);
    }

    private Workload workload(Script script) {
        return state.setup().menu().all().get(script.slot()).workload();
    }

    private void changed(int number, Workload workload, Phase phase, Optional<String> reason) {
        changed(number, RunSpec.of(workload, new Load.Closed(256)), phase, reason);
    }

    private void changed(int number, RunSpec spec, Phase phase, Optional<String> reason) {
        RunStatus status = new RunStatus(
                new RunId(number),
                spec,
                number == SERVICE,
                phase,
                START + seconds * SECOND,
                OptionalLong.of(4_000 + number),
                reason,
                Optional.of(LOGS + spec.workload().toString().replace('/', '-') + "-" + (4_000 + number) + ".log"),
                Optional.of(spec.workload().model().equals("event-loop") ? "io_uring" : "blocking"),
                OptionalInt.empty(),
                number == SERVICE
                        ? OptionalLong.empty()
                        : OptionalLong.of(ends.computeIfAbsent(number, run -> START + seconds * SECOND + HOUR)),
                OptionalInt.empty());
        on(new Event.Run(new RunEvent.Changed(status)));
    }

    private void frame(int number, Script script, int second) {
        int seed = number == SERVICE ? 100 : number;
        Frame frame = frames.next(number, seed, script, second, START + seconds * SECOND, machine());
        on(new Event.Run(new RunEvent.Reported(new RunId(number), frame)));
    }
}
