package interleave.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The way in which something is printed that is no table. */
final class TextOrJsonOption {
    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "text",
            converter = Converters.OfTextOrJson.class,
            description = "text or json (one object a line); default text.")
    private OutputFormat format = OutputFormat.TEXT;

    /**
     * True for JSON.
     *
     * @param what it is, as in "a list"
     */
    boolean json(CommandSpec command, String what) {
        if (format == OutputFormat.CSV)
            throw new ParameterException(
                    command.commandLine(), "--format csv is not available for " + what + "; use text or json");
        return format == OutputFormat.JSON;
    }
}
