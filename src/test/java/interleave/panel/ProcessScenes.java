package interleave.panel;

import interleave.screen.Glyphs;
import interleave.screen.Key;
import interleave.screen.Size;
import interleave.spec.Target;
import interleave.spec.WorkloadInfo;
import interleave.state.Menu;
import interleave.state.MonitorSetup;
import interleave.state.View;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Those of {@link Scenes} that have processes, their threads, or a server that is not ours. */
final class ProcessScenes {
    private ProcessScenes() {}

    static ScriptedSession session(String name, Size size, Glyphs glyphs) {
        return switch (name) {
            case "process" -> watching(size, glyphs, 1);
            case "processes", "processes-ascii" -> watching(size, glyphs, 5);
            case "processes-frozen" -> watching(size, glyphs, 6);
            case "server" -> server(size, glyphs, 1);
            case "server-unknown" -> server(size, glyphs, 0);
            case "threads-3" -> threads(size, glyphs, 1, 3);
            case "threads-3-of-5" -> threads(size, glyphs, 5, 3);
            case "threads-300-of-5" -> threads(size, glyphs, 5, 300);
            case "threads-10000-of-1" -> threads(size, glyphs, 1, 10_000);
            case "threads-3-machine" -> machine(size, glyphs, 3);
            case "threads-300-machine" -> machine(size, glyphs, 300);
            case "threads-10000-machine" -> machine(size, glyphs, 10_000);
            case "threads-300" -> threads(size, glyphs, 1, 300);
            case "threads-10000", "threads-ascii" -> threads(size, glyphs, 5, 10_000);
            case "threads-open" ->
                threads(size, glyphs, 1, 300)
                        .press(Key.Named.ENTER)
                        .press(Key.Named.DOWN)
                        .press(new Key.Char('f'))
                        .more(40);
            case "threads-filter" ->
                typed(threads(size, glyphs, 1, 300).press(new Key.Char('o')).press(new Key.Char('/')), "gc")
                        .more(1);
            case "threads-machine" -> machine(size, glyphs, 40);
            case "picker" ->
                watching(size, glyphs, 1)
                        .press(new Key.Char('a'))
                        .press(Key.Named.DOWN)
                        .more(2);
            case "picker-ascii" ->
                watching(size, glyphs, 1)
                        .press(new Key.Char('a'))
                        .press(new Key.Char('o'))
                        .more(2);
            case "picker-filter" ->
                typed(watching(size, glyphs, 0).press(new Key.Char('a')).press(new Key.Char('/')), "RV")
                        .more(1);
            case "picker-one" ->
                typed(watching(size, glyphs, 0).press(new Key.Char('a')).press(new Key.Char('/')), "postg")
                        .more(1);
            default -> throw new IllegalArgumentException("no scene " + name);
        };
    }

    /** Processes beside three runs. */
    private static ScriptedSession watching(Size size, Glyphs glyphs, int processes) {
        ScriptedSession session =
                Scenes.session(size, 2, glyphs).watching(processes).more(60);
        for (Script script : Scenes.HTTP) session.start(script).more(20);
        return session.more(29);
    }

    /** A server that is not ours, and what two runs cost it; without a process, one that nobody named. */
    private static ScriptedSession server(Size size, Glyphs glyphs, int processes) {
        Target target = new Target(
                "http://127.0.0.1:3000/hello",
                "127.0.0.1:3000",
                List.of("127.0.0.1"),
                3000,
                "/hello",
                OptionalLong.empty(),
                Duration.ZERO);
        List<WorkloadInfo> asking = Scenes.ofTheDigits(2).all().stream()
                .map(WorkloadInfo::askingAnother)
                .toList();
        MonitorSetup setup = new MonitorSetup(
                Menu.of(asking), glyphs, 2, false, Optional.empty(), View.DASHBOARD, Optional.of(target));
        ScriptedSession session =
                new ScriptedSession(size, setup).watching(processes).more(60);
        return session.start(Scenes.HTTP.get(0))
                .more(14)
                .start(Scenes.HTTP.get(1))
                .more(31);
    }

    /** So many threads of so many processes. */
    private static ScriptedSession threads(Size size, Glyphs glyphs, int processes, int threads) {
        return watching(size, glyphs, processes)
                .threads(threads)
                .press(new Key.Char('t'))
                .more(2);
    }

    /** The machine's threads, while no process is watched: so many of a JVM, and a dozen others. */
    private static ScriptedSession machine(Size size, Glyphs glyphs, int threads) {
        return watching(size, glyphs, 0)
                .threads(threads)
                .press(new Key.Char('T'))
                .more(2);
    }

    private static ScriptedSession typed(ScriptedSession session, String text) {
        for (char letter : text.toCharArray()) session.press(new Key.Char(letter));
        return session;
    }
}
