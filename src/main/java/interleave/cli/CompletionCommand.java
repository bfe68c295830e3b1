package interleave.cli;

import interleave.spec.ExitStatus;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "completion",
        description = "Prints a completion script; in bash: source <(interleave completion bash)",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    /** picocli's script serves both: in zsh it turns on zsh's support for bash's completions. */
    static final class OfShell implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.equals("bash") || text.equals("zsh")) return text;
            throw new TypeConversionException("must be bash or zsh");
        }
    }

    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", converter = OfShell.class, description = "bash or zsh")
    private String shell = "";

    CompletionCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        out.print(AutoComplete.bash("interleave", spec.root().commandLine()));
        return ExitStatus.DONE;
    }
}
