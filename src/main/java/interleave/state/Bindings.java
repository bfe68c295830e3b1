package interleave.state;

import static interleave.screen.Key.Named.DOWN;
import static interleave.screen.Key.Named.END;
import static interleave.screen.Key.Named.ENTER;
import static interleave.screen.Key.Named.ESCAPE;
import static interleave.screen.Key.Named.F1;
import static interleave.screen.Key.Named.HOME;
import static interleave.screen.Key.Named.LEFT;
import static interleave.screen.Key.Named.PAGE_DOWN;
import static interleave.screen.Key.Named.PAGE_UP;
import static interleave.screen.Key.Named.RIGHT;
import static interleave.screen.Key.Named.TAB;
import static interleave.screen.Key.Named.UP;

import interleave.screen.Key;
import interleave.screen.Key.Char;
import interleave.screen.Key.Ctrl;
import interleave.spec.Limits;
import java.util.List;
import java.util.Optional;

/** The table of all keys. */
public final class Bindings {
    private static final String READ_ONLY = "read-only: nothing is started or stopped";
    private static final String DOUBLE_OR_HALVE = "double or halve its load";

    /** In the order of the footer and the help. */
    public static final List<Binding> ALL = List.of(
            new Binding(Action.TOGGLE, List.of(), "1-9", "run", "start or stop that workload"),
            new Binding(
                    Action.TOGGLE_SELECTED, List.of(ENTER, new Char(' ')), "enter", "", "start or stop; table: space"),
            new Binding(Action.MORE, List.of(new Char('+')), "+", "load", DOUBLE_OR_HALVE),
            new Binding(Action.LESS, List.of(new Char('-')), "-", "load", DOUBLE_OR_HALVE),
            new Binding(Action.TYPE, List.of(new Char('=')), "=", "type", "type load or what tab chose"),
            new Binding(Action.KNOB, List.of(TAB), "tab", "knob", "the number + and - turn"),
            lab(Action.CLAIM, List.of(ENTER, new Char(' ')), "enter", "test", "test the selected claim"),
            lab(Action.ALL_CLAIMS, List.of(new Char('n')), "n", "all", "test all without a verdict"),
            list(Action.OPEN, List.of(ENTER, new Char(' ')), "enter", "open", "open pool or watch process"),
            list(Action.ORDER, List.of(new Char('o')), "o", "order", "the next order"),
            list(Action.FILTER, List.of(new Char('/')), "/", "filter", "names with what is typed"),
            new Binding(
                    Action.FOLLOW,
                    List.of(new Char('f')),
                    "f",
                    "follow",
                    "keep its histories, or not",
                    List.of(View.THREADS)),
            new Binding(
                    Action.NAMES,
                    List.of(new Char('J')),
                    "J",
                    "names",
                    "ask a JVM for whole names",
                    List.of(View.THREADS)),
            page(Action.PAGE_UP, List.of(PAGE_UP), "pgup", "a page up"),
            page(Action.PAGE_DOWN, List.of(PAGE_DOWN), "pgdn", "a page down"),
            page(Action.FIRST, List.of(HOME, new Char('g')), "home", "the first; also g"),
            page(Action.LAST, List.of(END, new Char('G')), "end", "the last; also G"),
            matrix(Action.MARK, ' ', "space", "mark", "mark a cell for n, or not"),
            matrix(Action.ALONE, 'n', "n", "alone", "measure marked cells alone"),
            new Binding(Action.MATRIX, List.of(new Char('m')), "m", "matrix", "all tasks by all models"),
            new Binding(Action.FASTER, List.of(new Char('[')), "[", "pace", "sample more or less often"),
            new Binding(Action.SLOWER, List.of(new Char(']')), "]", "pace", "sample more or less often"),
            new Binding(Action.STEPS, List.of(new Char('v')), "v", "steps", "past runs by their settings"),
            new Binding(
                    Action.WRITE,
                    List.of(new Char('w')),
                    "w",
                    "write",
                    "write them to a CSV file",
                    List.of(View.STEPS)),
            new Binding(Action.CLAIMS, List.of(new Char('L')), "L", "lab", "test what articles claim"),
            new Binding(Action.PROCESSES, List.of(new Char('a')), "a", "watch", "all processes, to watch one"),
            new Binding(Action.THREADS, List.of(new Char('t')), "t", "threads", "watched processes' threads"),
            new Binding(Action.MACHINE_THREADS, List.of(new Char('T')), "T", "all", "threads of the machine"),
            new Binding(Action.OTHER_LOAD, List.of(new Char('o')), "o", "open", "load closed, open, Poisson"),
            new Binding(Action.MONITOR, List.of(new Char('M')), "M", "monitor", "the machine alone, and back"),
            new Binding(
                    Action.LARGE,
                    List.of(new Char('D')),
                    "D",
                    "digits",
                    "large digits below, or not",
                    List.of(View.DASHBOARD)),
            new Binding(Action.BACK, List.of(ESCAPE), "esc", "", "back to the table"),
            new Binding(Action.STOP_ALL, List.of(new Char('s')), "s", "stop all", "stop all runs"),
            new Binding(Action.CLEAR, List.of(new Char('c')), "c", "clear", "clear runs that are over"),
            cell(Action.LEFT, LEFT, 'h', "left"),
            cell(Action.RIGHT, RIGHT, 'l', "right"),
            new Binding(Action.UP, List.of(UP, new Char('k')), "up", "select", "select; also k and j"),
            new Binding(Action.DOWN, List.of(DOWN, new Char('j')), "down", "select", "select; also k and j"),
            new Binding(Action.PAUSE, List.of(new Char('p')), "p", "pause", "hold the picture still"),
            new Binding(Action.HELP, List.of(new Char('?'), F1, new Char('h')), "?", "help", "this help; also F1, h"),
            new Binding(Action.REPAINT, List.of(new Ctrl('l')), "^L", "", "draw everything anew"),
            new Binding(Action.SUSPEND, List.of(new Ctrl('z')), "^Z", "", "to the shell; fg returns"),
            new Binding(Action.QUIT, List.of(new Char('q'), new Ctrl('c')), "q", "quit", "stop all, quit; also ^C"));

    /** Of the matrix alone: in the table there is nothing to the left or right. */
    private static Binding cell(Action action, Key arrow, char letter, String label) {
        return new Binding(
                action,
                List.of(arrow, new Char(letter)),
                label,
                "select",
                "select; also h and l",
                List.of(View.MATRIX));
    }

    /** Of lists of what is not ours alone. */
    private static Binding list(Action action, List<Key> keys, String label, String brief, String words) {
        return new Binding(action, keys, label, brief, words, List.of(View.THREADS, View.PROCESSES));
    }

    private static Binding lab(Action action, List<Key> keys, String label, String brief, String words) {
        return new Binding(action, keys, label, brief, words, List.of(View.LAB));
    }

    /** Of all lists that may be longer than the screen. */
    private static Binding page(Action action, List<Key> keys, String label, String words) {
        return new Binding(action, keys, label, "", words, List.of(View.THREADS, View.PROCESSES, View.LAB));
    }

    private static Binding matrix(Action action, char key, String label, String brief, String words) {
        return new Binding(action, List.of(new Char(key)), label, brief, words, List.of(View.MATRIX));
    }

    private Bindings() {}

    /** The action that a key asks for, if any. Its meaning in this view alone comes first. */
    public static Optional<Action> of(Key key, MonitorSetup setup, View view) {
        Optional<Action> everywhere = Optional.empty();
        for (Binding binding : ALL) {
            if (!binding.holdsIn(view) || !binding.keys().contains(key)) continue;
            if (!binding.only().isEmpty()) return Optional.of(binding.action());
            everywhere = Optional.of(binding.action());
        }
        if (everywhere.isPresent()) return everywhere;
        return slotOf(key, setup) >= 0 ? Optional.of(Action.TOGGLE) : Optional.empty();
    }

    /** The line of the table that a key toggles; below 0 if none. */
    static int slotOf(Key key, MonitorSetup setup) {
        return key instanceof Char(char character) ? setup.menu().placeOf(character) : -1;
    }

    /** The keys that toggle workloads, as the screen shows them: {@code 1-7}. */
    public static String toggleLabel(MonitorSetup setup) {
        int digits = setup.menu().digits();
        return switch (digits) {
            case 0 -> "";
            case 1 -> "1";
            default -> "1-" + digits;
        };
    }

    /** True if a screen has any use for it: where nothing can be started, no key for that is shown. */
    public static boolean shown(Binding binding, State state) {
        if (!binding.holdsIn(state.view())) return false;
        return switch (binding.action()) {
            case TOGGLE, TOGGLE_SELECTED, MORE, LESS, TYPE, OTHER_LOAD, KNOB ->
                !state.setup().readOnly() && state.view().ofWorkloads();
            case UP, DOWN -> state.view() != View.MONITOR;
            case STOP_ALL, MARK, ALONE, CLAIM, ALL_CLAIMS -> !state.setup().readOnly();
            case CLEAR -> state.view().ofWorkloads();
            case BACK -> state.view() != View.DASHBOARD;
            default -> true;
        };
    }

    /** Why an action can do nothing now; empty if it can. */
    public static Optional<String> whyNot(Action action, State state) {
        return switch (action) {
            case TOGGLE, TOGGLE_SELECTED, MORE, LESS, TYPE, OTHER_LOAD -> whyNoRun(state);
            case KNOB ->
                state.selectedSlot().isPresent()
                                && state.selectedSlot().get().info().knobs().isEmpty()
                        ? Optional.of("it has nothing but its load to turn")
                        : Optional.empty();
            case CLEAR -> state.scene().anyOver() ? Optional.empty() : Optional.of("no run is over");
            case STOP_ALL ->
                state.setup().readOnly()
                        ? Optional.of(READ_ONLY)
                        : state.anyLive() || LabKeys.running(state) ? Optional.empty() : Optional.of("nothing runs");
            case CLAIM, ALL_CLAIMS -> state.setup().readOnly() ? Optional.of(READ_ONLY) : LabKeys.whyNot(state);
            case FASTER ->
                Pace.faster(state.interval()).isEmpty()
                        ? Optional.of(Limits.SHORTEST_INTERVAL.toMillis() + " ms is the shortest")
                        : Optional.empty();
            case SLOWER ->
                Pace.slower(state.interval()).isEmpty() ? Optional.of("a minute is the longest") : Optional.empty();
            case PAUSE ->
                state.scene().readings().values().isEmpty()
                        ? Optional.of("there is nothing to hold still yet")
                        : Optional.empty();
            case WRITE -> state.shown().totals().isEmpty() ? Optional.of("nothing has run as yet") : Optional.empty();
            case MARK -> state.setup().readOnly() ? Optional.of(READ_ONLY) : Optional.empty();
            case ALONE -> whyNotAlone(state);
            case LEFT,
                    RIGHT,
                    UP,
                    DOWN,
                    PAGE_UP,
                    PAGE_DOWN,
                    FIRST,
                    LAST,
                    OPEN,
                    ORDER,
                    FILTER,
                    FOLLOW,
                    NAMES,
                    THREADS,
                    MACHINE_THREADS,
                    PROCESSES,
                    MATRIX,
                    MONITOR,
                    STEPS,
                    CLAIMS,
                    LARGE,
                    BACK,
                    HELP,
                    REPAINT,
                    SUSPEND,
                    QUIT -> Optional.empty();
        };
    }

    private static Optional<String> whyNotAlone(State state) {
        if (state.setup().readOnly()) return Optional.of(READ_ONLY);
        if (LabKeys.running(state)) return LabKeys.whyNoRun(state);
        return state.anyLive() && !state.alone().goesOn()
                ? Optional.of("runs that go on would not leave it alone: s stops all, then n")
                : Optional.empty();
    }

    private static Optional<String> whyNoRun(State state) {
        if (state.setup().readOnly()) return Optional.of(READ_ONLY);
        if (LabKeys.running(state)) return LabKeys.whyNoRun(state);
        if (state.view().ofWorkloads()) return Optional.empty();
        String back = state.view() == View.MONITOR ? "M" : "esc";
        return Optional.of("the workloads are out of sight: " + back + " brings them back");
    }
}
