package interleave.cli;

import interleave.kernel.Reason;
import java.io.IOException;
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
            return Optional.of(reader.read(Files.readAllLines(file.get())));
        } catch (IOException e) {
            throw wrong("cannot be read: " + Reason.of(e));
        } catch (Baseline.Unusable e) {
            throw wrong(e.getMessage());
        }
    }

    /** A sentence about the file that was given. */
    String words(String words) {
        return "--baseline " + Typed.shown(file.orElseThrow().toString()) + " " + words;
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words(words));
    }
}
