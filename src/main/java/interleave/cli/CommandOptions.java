package interleave.cli;

import interleave.supervisor.SearchPath;
import interleave.supervisor.UserCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command of the user's, behind {@code --}. */
final class CommandOptions {
    /** The word behind which nothing is ours any more. */
    static final String MARK = "--";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--leave",
            description = "Let the command behind -- go on when this program ends; otherwise it ends with all that it"
                    + " started.")
    private boolean leave;

    private final List<String> words;

    CommandOptions(List<String> words) {
        this.words = words;
    }

    /** @throws ParameterException where there is no such program */
    void check() {
        if (words.isEmpty()) {
            if (leave) throw wrong("--leave needs a command that is started here: --leave -- node server.js");
            return;
        }
        if (words.getFirst().isEmpty()) throw wrong("-- must be followed by a program, as in -- node server.js");
        String path = SearchPath.ofThisProcess();
        Optional<String> whyNot = UserCommand.whyNot(words.getFirst(), path, Path.of(System.getProperty("user.dir")));
        if (whyNot.isPresent()) throw wrong("-- " + words.getFirst() + " cannot be started: it " + whyNot.get());
    }

    /** The program and its arguments; empty if none was asked for. */
    List<String> words() {
        return words;
    }

    boolean leave() {
        return leave;
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
