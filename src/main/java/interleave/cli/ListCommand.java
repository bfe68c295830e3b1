package interleave.cli;

import interleave.record.HumanText;
import interleave.record.Json;
import interleave.record.ResultRow;
import interleave.record.ResultValue;
import interleave.spec.ExitStatus;
import interleave.spec.WorkloadInfo;
import interleave.state.Menu;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "The workloads: what each shows, its key and its load, and why one is not available here.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    /** With fewer columns beside them, its words stand below a name. */
    private static final int LEAST_BESIDE = 48;

    private static final int INDENT = 4;

    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TextOrJsonOption format = new TextOrJsonOption();

    ListCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        List<WorkloadInfo> all = KnownWorkloads.byTask();
        if (format.json(spec, "a list"))
            all.forEach(info -> out.println(Json.line("workload", Instant.now(), fields(info))));
        else text(all, LineWidth.ofOutput()).forEach(out::println);
        return ExitStatus.DONE;
    }

    /** A line for each, or several: what it shows stands beneath its name where there is little room beside it. */
    static List<String> text(List<WorkloadInfo> all, OptionalInt room) {
        int name = widest(all, info -> info.workload().toString());
        int load = widest(all, info -> HumanText.load(info.defaultLoad()));
        int from = 2 + name + 2 + load + 2;
        String line = "%-2s%-" + (name + 2) + "s%-" + (load + 2) + "s";
        List<String> lines = new ArrayList<>();
        for (WorkloadInfo info : all) {
            String begin = line.formatted(
                    Menu.digitOf(info.workload()).map(String::valueOf).orElse(" "),
                    info.workload(),
                    info.unavailable().isPresent() ? "-" : HumanText.load(info.defaultLoad()));
            String words =
                    info.unavailable().map(why -> "not available: " + why).orElse(info.shows());
            boolean beside = room.isEmpty() || room.getAsInt() - from >= LEAST_BESIDE;
            if (beside) lines.addAll(LineWidth.wrapped(List.of(begin + words), from, room));
            else {
                String whole = begin.stripTrailing();
                if (whole.length() > room.getAsInt()) whole = whole.substring(0, 2) + squeezed(whole.substring(2));
                lines.addAll(LineWidth.wrapped(List.of(whole), INDENT, room));
                lines.addAll(LineWidth.wrapped(List.of(" ".repeat(INDENT) + words), INDENT, room));
            }
        }
        return lines;
    }

    /** Without the blanks that keep columns in place, but for two. */
    private static String squeezed(String text) {
        int gap = text.indexOf("  ");
        return gap < 0
                ? text
                : text.substring(0, gap) + "  " + text.substring(gap).strip();
    }

    private static int widest(List<WorkloadInfo> all, Function<WorkloadInfo, String> column) {
        return all.stream().mapToInt(info -> column.apply(info).length()).max().orElse(0);
    }

    private static Map<String, ResultValue> fields(WorkloadInfo info) {
        return new ResultRow()
                .text("workload", info.workload().toString())
                .text("task", info.workload().task())
                .text("model", info.workload().model())
                .value(
                        "key",
                        Menu.digitOf(info.workload())
                                .map(key -> ResultValue.of(key.toString()))
                                .orElse(ResultValue.absent("not in the menu")))
                .text("shows", info.shows())
                .value("load", new ResultValue.Amount(info.defaultLoad()))
                .text("settings", info.knobs().stream().map(knob -> knob.key).collect(Collectors.joining(" ")))
                .value("available", new ResultValue.Flag(info.unavailable().isEmpty()))
                .text("unavailable", info.unavailable(), "it is available")
                .fields();
    }
}
