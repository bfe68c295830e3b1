package interleave.cli;

import interleave.catalogue.Tasks;
import interleave.spec.RunSpec;
import interleave.spec.Target;
import interleave.spec.WorkloadInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** A server that is not ours, which those tasks ask that else ask our own HTTP service. */
final class TargetOptions {
    /** For a server that was started only just now: a JVM's takes seconds on a busy machine. */
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(10);

    static final class OfBytes implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            if (text.matches("\\d{1,15}")) return Long.valueOf(text);
            throw new TypeConversionException("must be a number of bytes, such as 0 or 1024");
        }
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--target",
            paramLabel = "URL",
            description =
                    "Your own server, as in http://127.0.0.1:3000/path, that http tasks ask; default: the HTTP service"
                            + " of this program. An answer is good if its status is 200 to 299.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--expect-bytes",
            paramLabel = "N",
            converter = OfBytes.class,
            description = "The bytes that the body of each answer of --target must have; default: any number.")
    private Optional<Long> bytes = Optional.empty();

    @Option(
            names = "--remote-target",
            description = "Let --target be on another machine: only if it is yours, or its owner agrees.")
    private boolean remote;

    /**
     * The server, if there is one.
     *
     * @param latency whether the time was set that our own service waits
     * @param startsIt whether a command is started here, which may be the server
     * @throws ParameterException where it cannot be
     */
    Optional<Target> target(boolean latency, boolean startsIt) {
        if (url.isEmpty()) {
            if (bytes.isPresent()) throw wrong("--expect-bytes needs a server: --target http://127.0.0.1:3000/");
            if (remote) throw wrong("--remote-target needs a server: --target http://HOST:PORT/");
            return Optional.empty();
        }
        if (latency)
            throw wrong("--latency and --target: give one of them, since how long a server of yours waits is its own");
        try {
            Target asked = new TargetUrl(Path.of("/etc/hosts")).parse(url.get(), remote);
            OptionalLong length = bytes.map(OptionalLong::of).orElse(OptionalLong.empty());
            Duration patience = startsIt ? STARTS_WITHIN : Duration.ZERO;
            return Optional.of(new Target(
                    asked.url(), asked.host(), asked.addresses(), asked.port(), asked.path(), length, patience));
        } catch (TargetUrl.Unusable e) {
            throw wrong("--target " + Typed.shown(url.get()) + " " + e.getMessage());
        }
    }

    /** @throws ParameterException where none of them asks a server */
    void check(Optional<Target> target, List<WorkloadInfo> workloads) {
        if (target.isPresent() && workloads.stream().noneMatch(info -> Tasks.needsService(info.workload())))
            throw wrong("--target: " + workloads.getFirst().workload() + " asks no server; those that do: " + asking());
    }

    private static String asking() {
        return String.join(
                " and ",
                Tasks.ALL.stream()
                        .filter(task -> task.needsService())
                        .map(task -> task.name() + "/...")
                        .toList());
    }

    static RunSpec apply(RunSpec run, Optional<Target> target) {
        return target.isPresent() && Tasks.needsService(run.workload()) ? run.with(target.get()) : run;
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
