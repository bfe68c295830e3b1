package interleave.panel;

import static interleave.metric.Reading.Why.FAILED;
import static interleave.metric.Reading.Why.UNSUPPORTED;

import interleave.execution.Workloads;
import interleave.metric.Core;
import interleave.metric.Durations;
import interleave.metric.HostIdentity;
import interleave.metric.HostMetrics;
import interleave.metric.Load;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.metric.Readings;
import interleave.metric.RunSpec;
import interleave.metric.Workload;
import interleave.screen.Glyphs;
import interleave.screen.Key;
import interleave.screen.Size;
import interleave.state.Event;
import interleave.state.Setup;
import interleave.state.State;
import interleave.state.Update;
import interleave.supervisor.RunEvent;
import interleave.supervisor.RunId;
import interleave.supervisor.RunStatus;
import interleave.supervisor.RunStatus.Phase;
import interleave.wire.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Scripted sessions of the monitor: states made by feeding {@link Update} what a machine and its runs would say. */
public final class Scenes {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 5_000 * SECOND;
    private static final HostIdentity HOST = new HostIdentity(
            Optional.of("demo-host"),
            Optional.of("Linux 6.12.1"),
            Optional.of("Example Processor 9B14"),
            OptionalInt.of(1),
            OptionalInt.empty());

    /** What a run does each second. */
    private record Script(int slot, double tasks, double perTask, double micros, double millis, int virtual) {}

    private static final List<Script> HTTP = List.of(
            new Script(0, 12_610, 0.009, 11.0, 20.3, 0),
            new Script(1, 11_940, 0.122, 16.7, 21.4, 256),
            new Script(2, 11_200, 1.004, 19.0, 22.8, 0));

    private final int cores;
    private State state;
    private int seconds;
    private final List<Script> running = new ArrayList<>();
    private final Map<Integer, double[]> counters = new HashMap<>();
    private final Map<Double, Durations> histograms = new HashMap<>();

    private Scenes(Size size, int cores, Glyphs glyphs) {
        this.cores = cores;
        Setup setup = new Setup(Workloads.menu(cores), glyphs, cores, false);
        state = State.initial(setup, size, Duration.ofSeconds(1));
    }

    /** The scenes that are kept as goldens. */
    public static final List<String> NAMES = List.of(
            "warming-up",
            "idle",
            "three-runs",
            "failed-run",
            "cores-1",
            "cores-16",
            "cores-64",
            "cores-256",
            "probe-failed",
            "help",
            "paused",
            "block",
            "ascii");

    public static State named(String name, Size size) {
        return switch (name) {
            case "warming-up" -> warmingUp(size, 2);
            case "idle" -> new Scenes(size, 2, Glyphs.BRAILLE).idle(90).state;
            case "three-runs" -> threeRuns(size, 2, Glyphs.BRAILLE).state;
            case "failed-run" -> threeRuns(size, 2, Glyphs.BRAILLE).failing().state;
            case "cores-1" -> threeRuns(size, 1, Glyphs.BRAILLE).state;
            case "cores-16" -> threeRuns(size, 16, Glyphs.BRAILLE).state;
            case "cores-64" -> threeRuns(size, 64, Glyphs.BRAILLE).state;
            case "cores-256" -> threeRuns(size, 256, Glyphs.BRAILLE).state;
            case "probe-failed" -> new Scenes(size, 2, Glyphs.BRAILLE).broken(20).state;
            case "help" -> threeRuns(size, 2, Glyphs.BRAILLE).press(new Key.Char('?')).state;
            case "paused" ->
                threeRuns(size, 2, Glyphs.BRAILLE).press(new Key.Char('p')).more(12).state;
            case "block" -> threeRuns(size, 2, Glyphs.BLOCK).state;
            case "ascii" -> threeRuns(size, 2, Glyphs.ASCII).state;
            default -> throw new IllegalArgumentException("no scene " + name);
        };
    }

    public static State warmingUp(Size size, int cores) {
        return new Scenes(size, cores, Glyphs.BRAILLE).state;
    }

    public static State firstNumbers(Size size, int cores) {
        return new Scenes(size, cores, Glyphs.BRAILLE).idle(2).state;
    }

    /** Three runs, with the machine saying something else of itself at the last tick. */
    static State threeRuns(Size size, Map<Metric, Reading> instead) {
        Scenes scenes = threeRuns(size, 2, Glyphs.BRAILLE);
        Map<Metric, Reading> values = scenes.machine().values();
        values.putAll(instead);
        scenes.sampled(values, scenes.machine().perCore());
        return scenes.state;
    }

    private static Scenes threeRuns(Size size, int cores, Glyphs glyphs) {
        Scenes scenes = new Scenes(size, cores, glyphs).idle(60);
        scenes.start(HTTP.get(0))
                .more(14)
                .start(HTTP.get(1))
                .more(14)
                .start(HTTP.get(2))
                .more(61);
        return scenes.on(new Event.Pressed(Key.Named.DOWN)).on(new Event.Pressed(Key.Named.DOWN));
    }

    private Scenes on(Event event) {
        state = Update.on(state, event).state();
        return this;
    }

    private Scenes press(Key key) {
        return on(new Event.Pressed(key));
    }

    private Scenes idle(int ticks) {
        return more(ticks);
    }

    private Scenes start(Script script) {
        if (running.isEmpty()) {
            changed(100, new Workload("http", "service"), Phase.RUNNING, Optional.empty());
            frame(100, new Script(-1, 0, 0, 0, 0.1, 0), 0);
        }
        running.add(script);
        changed(script.slot, workload(script), Phase.RUNNING, Optional.empty());
        frame(script.slot, script, 0);
        return this;
    }

    private Scenes failing() {
        Workload pool = state.setup().menu().get(3).workload();
        changed(3, pool, Phase.STARTING, Optional.empty());
        changed(3, pool, Phase.FAILED, Optional.of("ended by itself with status 3: no more threads, ulimit -u is 512"));
        return press(Key.Named.DOWN).more(9);
    }

    private Scenes more(int ticks) {
        for (int i = 0; i < ticks; i++) {
            seconds++;
            double all = 0;
            for (Script script : running) {
                frame(script.slot, script, seconds);
                all += script.tasks;
            }
            if (!running.isEmpty()) frame(100, new Script(-1, all, 0.02, 5.2, 0.05, 0), seconds);
            sampled(machine().values(), machine().perCore());
        }
        return this;
    }

    private Scenes broken(int ticks) {
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

    private void sampled(Map<Metric, Reading> values, List<Core> cores) {
        Readings readings = new Readings(START + seconds * SECOND, values, cores, HOST);
        on(new Event.Sampled(readings, 29_640 + seconds, 4_000 + seconds * 412L));
    }

    private ScriptedMachine machine() {
        double switches = 0;
        for (Script script : running) switches += script.tasks * (script.perTask + 0.02);
        return new ScriptedMachine(seconds, cores, running.size(), switches);
    }

    private Workload workload(Script script) {
        return state.setup().menu().get(script.slot).workload();
    }

    private void changed(int number, Workload workload, Phase phase, Optional<String> reason) {
        RunStatus status = new RunStatus(
                new RunId(number),
                RunSpec.of(workload, new Load.Closed(256)),
                number == 100,
                phase,
                START + seconds * SECOND,
                OptionalLong.of(4_000 + number),
                reason,
                Optional.of("~/.local/state/interleave/log/" + workload.model() + ".log"));
        on(new Event.Run(new RunEvent.Changed(status)));
    }

    private void frame(int number, Script script, int second) {
        double[] counter = counters.computeIfAbsent(number, n -> new double[3]);
        double more = second == 0 ? 0 : script.tasks * (0.94 + 0.06 * machine().wobble(20 + number));
        counter[0] += more;
        counter[1] += more * script.perTask * (0.97 + 0.03 * machine().wobble(30 + number));
        counter[2] += more * script.micros * (0.98 + 0.02 * machine().wobble(40 + number));
        long tasks = Math.round(counter[0]);
        long switches = Math.round(counter[1]);
        long micros = Math.round(counter[2]);
        boolean virtual = script.virtual > 0;
        Frame frame = new Frame(
                second * 4L,
                START + seconds * SECOND,
                tasks + 256,
                tasks,
                0,
                tasks,
                0,
                0,
                256,
                256,
                new Frame.Usage(micros * 2 / 3, micros / 3, switches * 9 / 10, switches / 10),
                new Frame.Threads(virtual ? 27 : number == 2 ? 280 : 24, 281, script.virtual, script.virtual),
                Optional.empty(),
                virtual ? Optional.of(new Frame.Carriers(2, 2, 2, 18)) : Optional.empty(),
                new Frame.Memory(61_000_000 + number * 4_000_000L, 90_000_000, 14_000_000, OptionalLong.of(12)),
                histogram(script.millis),
                histogram(script.millis * 1.02),
                Map.of());
        on(new Event.Run(new RunEvent.Reported(new RunId(number), frame)));
    }

    private Durations histogram(double millis) {
        return histograms.computeIfAbsent(millis, Scenes::made);
    }

    private static Durations made(double millis) {
        long[] nanos = new long[2_000];
        for (int i = 0; i < nanos.length; i++) nanos[i] = (long) (millis * 1e6 * (1 + i * i * 1e-7));
        return Durations.of(nanos);
    }
}
