package interleave.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import interleave.kernel.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The results of an earlier run of the same command. */
final class BaselineOption {
    /** From the lines of a file to what is needed of them. */
    interface Reader<T> {
        T read(List<String> lines) throws Baseline.Unusable;
    }

    /** An hour of repetitions, and what the heap of 16 MiB has room for; {@code /dev/zero} has no end. */
    private static final int MOST_BYTES = 2 << 20;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "A file that this command printed with --format json, to compare with.")
    private Optional<Path> file = Optional.empty();

    Optional<Path> file() {
        return file;
    }

    /**
     * The needed part of the file; empty if none was given.
     *
     * @throws ParameterException where it cannot be read, or is no such file
     */
    <T> Optional<T> read(Reader<T> reader) {
        if (file.isEmpty()) return Optional.empty();
        try {
            return Optional.of(reader.read(lines(file.get())));
        } catch (IOException e) {
            throw wrong("cannot be read: " + Reason.of(e));
        } catch (Baseline.Unusable e) {
            throw wrong(e.getMessage());
        }
    }

    private static List<String> lines(Path file) throws IOException, Baseline.Unusable {
        if (Files.isRegularFile(file)) {
            if (Files.size(file) > MOST_BYTES) throw tooLong();
            return Files.readAllLines(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) throw tooLong();
            return new String(bytes, UTF_8).lines().toList();
        }
    }

    private static Baseline.Unusable tooLong() {
        return new Baseline.Unusable("is longer than what this command prints: more than 2 MiB");
    }

    /** A sentence about the file that was given. */
    String words(String words) {
        return "--baseline " + Typed.shown(file.orElseThrow().toString()) + " " + words;
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words(words));
    }
}
