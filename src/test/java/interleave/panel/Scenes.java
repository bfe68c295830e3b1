package interleave.panel;

import interleave.catalogue.Workloads;
import interleave.metric.Metric;
import interleave.metric.Reading;
import interleave.screen.Glyphs;
import interleave.screen.Key;
import interleave.screen.Size;
import interleave.spec.Knob;
import interleave.spec.Load;
import interleave.spec.WorkloadInfo;
import interleave.state.Menu;
import interleave.state.State;
import java.util.List;
import java.util.Map;

/** States of scripted sessions, by name. */
public final class Scenes {
    static final List<Script> HTTP = List.of(
            Script.of(0, 12_610, 0.009, 11.0, 20.3, 0),
            Script.of(1, 11_940, 0.122, 16.7, 21.4, 256),
            Script.of(2, 11_200, 1.004, 19.0, 22.8, 0));

    private Scenes() {}

    public static State named(String name, Size size) {
        return session(name, size, glyphs(name)).state();
    }

    /** The scene as it is in other glyphs than its own. */
    static State named(String name, Size size, Glyphs glyphs) {
        return session(name, size, glyphs).state();
    }

    private static Glyphs glyphs(String scene) {
        return switch (scene) {
            case "block" -> Glyphs.BLOCK;
            case "console" -> Glyphs.CONSOLE;
            case "ascii", "matrix-ascii", "processes-ascii", "threads-ascii", "picker-ascii", "claims-ascii" ->
                Glyphs.ASCII;
            default -> Glyphs.BRAILLE;
        };
    }

    private static ScriptedSession session(String name, Size size, Glyphs glyphs) {
        return switch (name) {
            case "warming-up" -> session(size, 2, glyphs);
            case "idle" -> session(size, 2, glyphs).more(90);
            case "three-runs", "block", "console", "ascii" -> threeRuns(size, 2, glyphs);
            case "failed-run" -> failedRun(size, glyphs);
            case "cores-1" -> threeRuns(size, 1, glyphs);
            case "cores-16" -> threeRuns(size, 16, glyphs);
            case "cores-64" -> threeRuns(size, 64, glyphs);
            case "cores-256" -> threeRuns(size, 256, glyphs);
            case "probe-failed" -> session(size, 2, glyphs).broken(20);
            case "help" -> threeRuns(size, 2, glyphs).press(new Key.Char('?'));
            case "paused" -> threeRuns(size, 2, glyphs).press(new Key.Char('p')).more(12);
            case "gap" -> gap(size, glyphs);
            case "alone" -> alone(size, glyphs).turn(script("http/virtual", 11_800, 0.18, 33), 5);
            case "alone-over" -> aloneOver(size, glyphs);
            case "matrix", "matrix-ascii" -> manyRuns(size, glyphs).press(new Key.Char('m'));
            case "many-runs" -> manyRuns(size, glyphs);
            case "claims" -> ScriptedClaims.seen(session(size, 2, glyphs).more(60));
            case "claims-tested", "claims-ascii" ->
                ScriptedClaims.tested(session(size, 2, glyphs).more(60));
            case "claims-running" ->
                ScriptedClaims.running(session(size, 2, glyphs).more(60));
            case "open-load" -> openLoad(size, glyphs);
            case "idle-steps" -> session(size, 2, glyphs).more(9).press(new Key.Char('v'));
            case "steps" ->
                pair(size, script("http/virtual", 11_800, 0.18, 33), script("http/pool", 3_080, 1.07, 32))
                        .tuned(script("http/pool", 11_100, 1.12, 35), Knob.POOL, 512)
                        .more(6)
                        .press(new Key.Char('v'));
            case "steps-earlier" ->
                pair(
                                size,
                                script("http/virtual", 11_800, 0.18, 33),
                                script("http/pool", 3_080, 1.07, 32).failing(20, 1))
                        .tuned(script("http/pool", 11_100, 1.12, 35), Knob.POOL, 512)
                        .more(6)
                        .press(new Key.Char('v'))
                        .press(Key.Named.DOWN);
            case "race" ->
                pair(
                        size,
                        script("counter-race/threads", 1_500, 2.1, 410).with(Map.of("lost_updates", 2_740.0)),
                        script("counter-lock/threads", 240, 3.4, 3_300).with(Map.of("lost_updates", 0.0)));
            case "deadlock" ->
                pair(size, script("deadlock/threads", 900, 2.4, 90).with(Map.of("deadlocks", 0.002)))
                        .said("deadlock: task-7 #41 holds left, task-9 #43 right, each wants the other's (seen by"
                                + " the JVM); task-9 #43 is interrupted and tries again")
                        .more(3);
            case "blocked-loop" ->
                pair(
                        size,
                        script("fetch-and-blur/event-loop", 380, 0.4, 2_600).with(Map.of("loop_lag_ms", 1_045.0)),
                        script("fetch-and-blur/hybrid", 610, 1.3, 2_900).with(Map.of("loop_lag_ms", 2.1)));
            case "too-many-threads" ->
                pair(
                        size,
                        script("burst/threads", 1_020, 9.2, 1_900).with(Map.of("run_queue_wait_us", 29_400.0)),
                        script("burst/virtual", 1_050, 0.7, 1_850).with(Map.of("run_queue_wait_us", 40.0)));
            case "speed-up" ->
                pair(size, script("image/single", 980, 0.1, 1_010), script("image/pool", 1_890, 0.2, 1_030));
            case "price-of-a-switch" ->
                pair(size, script("handoff/threads", 44_000, 2.01, 21), script("handoff/virtual", 310_000, 0.001, 3.1));
            case "contention" ->
                pair(
                        size,
                        script("counter-lock/threads", 240, 3.4, 3_300),
                        script("counter-adder/threads", 4_100, 2.2, 240));
            case "small-pool" ->
                pair(size, script("http/virtual", 11_800, 0.18, 33), script("http/pool", 3_080, 1.07, 32));
            case "other-loads" ->
                pair(
                        size,
                        script("http/virtual", 11_800, 0.18, 33),
                        script("http/event-loop", 380, 0.9, 60).under(new Load.Open(380)));
            default -> ProcessScenes.session(name, size, glyphs);
        };
    }

    public static State warmingUp(Size size, int cores) {
        return session(size, cores, Glyphs.BRAILLE).state();
    }

    public static State firstNumbers(Size size, int cores) {
        return session(size, cores, Glyphs.BRAILLE).more(2).state();
    }

    /** Three runs, with the machine saying something else of itself at the last tick. */
    static State threeRuns(Size size, Map<Metric, Reading> instead) {
        return threeRuns(size, 2, Glyphs.BRAILLE).instead(instead).state();
    }

    static ScriptedSession session(Size size, int cores, Glyphs glyphs) {
        return new ScriptedSession(size, cores, glyphs, ofTheDigits(cores));
    }

    private static ScriptedSession threeRuns(Size size, int cores, Glyphs glyphs) {
        return session(size, cores, glyphs)
                .more(60)
                .start(HTTP.get(0))
                .more(14)
                .start(HTTP.get(1))
                .more(14)
                .start(HTTP.get(2))
                .more(61)
                .press(Key.Named.DOWN)
                .press(Key.Named.DOWN);
    }

    /** The monitor was stopped for 20 s; later it samples every two seconds, and its graphs keep their scale. */
    private static ScriptedSession gap(Size size, Glyphs glyphs) {
        ScriptedSession session = threeRuns(size, 2, glyphs).away(20).more(12).press(new Key.Char(']'));
        for (int i = 0; i < 4; i++) session.away(1).more(1);
        return session;
    }

    /** Three cells of a row are marked, and the first of them has been measured. */
    private static ScriptedSession alone(Size size, Glyphs glyphs) {
        ScriptedSession session =
                new ScriptedSession(size, 2, glyphs, WholeMatrix.MENU).more(60).press(new Key.Char('m'));
        session.press(new Key.Char(' ')).press(Key.Named.RIGHT).press(Key.Named.RIGHT);
        session.press(new Key.Char(' ')).press(Key.Named.RIGHT).press(new Key.Char(' '));
        return session.press(new Key.Char('n'))
                .turn(script("http/event-loop", 12_610, 0.009, 11), 7)
                .ended(WholeMatrix.place("http/event-loop"));
    }

    /** All three, a minute ago. */
    private static ScriptedSession aloneOver(Size size, Glyphs glyphs) {
        return alone(size, glyphs)
                .turn(script("http/virtual", 11_800, 0.18, 33), 7)
                .ended(WholeMatrix.place("http/virtual"))
                .turn(script("http/threads", 11_200, 1.004, 39), 7)
                .ended(WholeMatrix.place("http/threads"))
                .more(70);
    }

    private static ScriptedSession failedRun(Size size, Glyphs glyphs) {
        return threeRuns(size, 2, glyphs)
                .failed(3, "ended by itself with status 3: no more threads, ulimit -u is 512")
                .press(Key.Named.DOWN)
                .more(9);
    }

    /** Under the whole catalogue: the three, others without a key, one that has ended, one that failed. */
    private static ScriptedSession manyRuns(Size size, Glyphs glyphs) {
        ScriptedSession session = new ScriptedSession(size, 2, glyphs, WholeMatrix.MENU).more(60);
        for (Script script : HTTP) session.start(script).more(7);
        return session.start(script("timer/virtual", 48_200, 0.031, 5.1))
                .more(5)
                .start(script("timer/event-loop", 51_300, 0.004, 1.2))
                .more(5)
                .start(script("hash/pool", 9_900, 0.06, 201))
                .more(5)
                .start(script("hash/work-stealing", 9_400, 0.11, 210))
                .more(9)
                .ended(WholeMatrix.place("hash/pool"))
                .failed(WholeMatrix.place("deadlock/threads"), "ended by itself with status 3")
                .more(7)
                .press(Key.Named.DOWN);
    }

    /** One that does not keep up with its plan, one whose failures vanish, and a race. */
    private static ScriptedSession openLoad(Size size, Glyphs glyphs) {
        ScriptedSession session = new ScriptedSession(size, 2, glyphs, WholeMatrix.MENU).more(60);
        session.start(HTTP.get(0)
                        .under(new Load.Open(15_000))
                        .with(Map.of("loop_lag_ms", 12.4, "run_queue_wait_us", 3.1, "mystery", 0.5)))
                .more(20)
                .start(script("fetch-and-blur/hybrid", 900, 1.2, 310).failing(16, 9))
                .more(20)
                .start(script("counter-race/threads", 2_200_000, 0.0001, 0.4).with(Map.of("lost_updates", 0.37)));
        return session.more(30);
    }

    /** One after the other, both going on; what was started last is selected. */
    private static ScriptedSession pair(Size size, Script... scripts) {
        ScriptedSession session = new ScriptedSession(size, 2, Glyphs.BRAILLE, WholeMatrix.MENU).more(20);
        for (Script script : scripts) session.start(script).more(5);
        return session.select(scripts[scripts.length - 1].slot());
    }

    static Script script(String workload, double tasks, double perTask, double micros) {
        int virtual = workload.endsWith("virtual") ? 256 : 0;
        return Script.of(WholeMatrix.place(workload), tasks, perTask, micros, 20.1, virtual);
    }

    /** The workloads that have digits in the whole catalogue, and no others. */
    static Menu ofTheDigits(int cores) {
        List<WorkloadInfo> keyed = Menu.of(Workloads.all(cores)).all().subList(0, Menu.DIGITS.size());
        return Menu.of(keyed);
    }
}
