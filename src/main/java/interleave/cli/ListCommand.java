package interleave.cli;

import interleave.metric.WorkloadInfo;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "The workloads: what each shows, its key and its load, and why one is not available here.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "text",
            converter = Converters.OfFormat.class,
            description = "text or json; default text.")
    private Format format = Format.TEXT;

    ListCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        List<WorkloadInfo> all = Catalogue.all();
        switch (format) {
            case TEXT -> text(all);
            case JSON -> all.forEach(info -> out.println(Json.line("workload", Instant.now(), fields(info))));
            case CSV ->
                throw new ParameterException(spec.commandLine(), "--format csv: a list has none; right are text, json");
        }
        return CommandLine.ExitCode.OK;
    }

    private void text(List<WorkloadInfo> all) {
        int width = all.stream()
                .mapToInt(info -> info.workload().toString().length())
                .max()
                .orElse(0);
        String form = "%-2s%-" + (width + 1) + "s%-15s%s%n";
        for (WorkloadInfo info : all)
            out.printf(
                    form,
                    info.key().map(String::valueOf).orElse(" "),
                    info.workload(),
                    Text.load(info.defaultLoad()),
                    info.unavailable().map(why -> "makes no sense: " + why).orElse(info.shows()));
    }

    private static Map<String, Value> fields(WorkloadInfo info) {
        return new Row()
                .text("workload", info.workload().toString())
                .value("key", info.key().map(key -> Value.of(key.toString())).orElse(Value.absent("more than nine")))
                .text("shows", info.shows())
                .value("load", new Value.Amount(info.defaultLoad()))
                .value("available", new Value.Flag(info.unavailable().isEmpty()))
                .value("unavailable", info.unavailable().map(Value::of).orElse(Value.absent("it is available")))
                .fields();
    }
}
