package interleave.cli;

import interleave.kernel.Descriptors;
import interleave.record.HumanText;
import interleave.run.RunWindow;
import interleave.run.WorkMetrics;
import interleave.terminal.Terminals;
import interleave.trial.Measurement;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** The one line on a terminal that says how far a headless run is. Elsewhere: nothing. */
final class Progress {
    private static final int DESCRIPTOR = 2;
    private static final String ERASED = "\r\u001b[K";

    private final Optional<Consumer<String>> terminal;
    private final IntSupplier columns;
    private final Map<String, String> rates = new LinkedHashMap<>();

    /**
     * @param terminal takes what is to be written, now or never
     * @param columns of the terminal; it may change at any time
     */
    Progress(Optional<Consumer<String>> terminal, IntSupplier columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    /** On standard error, where that is a terminal that can erase a line. */
    static Progress onTerminal(Consumer<String> err) {
        boolean able = !"dumb".equals(System.getenv("TERM")) && Descriptors.isTerminal(Path.of("/proc"), DESCRIPTOR);
        return new Progress(Optional.of(err).filter(text -> able), () -> Terminals.columns(DESCRIPTOR));
    }

    /** As much of it as goes into one line: the last column stays free, since the next letter would begin another. */
    void say(String words) {
        terminal.ifPresent(writer -> {
            int room = Math.max(0, columns.getAsInt() - 1);
            writer.accept(ERASED + (words.length() <= room ? words : words.substring(0, room)));
        });
    }

    void interval(Measurement run, RunWindow window) {
        rates.put(
                run.workload.toString(), HumanText.number(window.readings().of(WorkMetrics.TASKS_PER_S)) + " tasks/s");
        String all = rates.entrySet().stream()
                .map(rate -> rate.getKey() + " " + rate.getValue())
                .collect(Collectors.joining(", "));
        say(HumanText.number(run.readings().of(WorkMetrics.ELAPSED_S).map(Math::rint)) + " s: " + all);
    }

    /** The text to write so that nothing of it is left. */
    String erased() {
        return terminal.isPresent() ? ERASED : "";
    }
}
