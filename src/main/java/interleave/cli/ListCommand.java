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
import java.util.List;
import java.util.Map;
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
        else text(all).forEach(out::println);
        return ExitStatus.DONE;
    }

    private static List<String> text(List<WorkloadInfo> all) {
        int name = widest(all, info -> info.workload().toString());
        int load = widest(all, info -> HumanText.load(info.defaultLoad()));
        String line = "%-2s%-" + (name + 2) + "s%-" + (load + 2) + "s%s";
        return all.stream()
                .map(info -> line.formatted(
                        Menu.digitOf(info.workload()).map(String::valueOf).orElse(" "),
                        info.workload(),
                        info.unavailable().isPresent() ? "-" : HumanText.load(info.defaultLoad()),
                        info.unavailable().map(why -> "not available: " + why).orElse(info.shows())))
                .toList();
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
                .value(
                        "unavailable",
                        info.unavailable().map(ResultValue::of).orElse(ResultValue.absent("it is available")))
                .fields();
    }
}
