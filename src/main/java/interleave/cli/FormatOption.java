package interleave.cli;

import picocli.CommandLine.Option;

/** The way in which results are printed. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "text",
            converter = Converters.OfFormat.class,
            description = "text, json (one object a line) or csv; default text.")
    OutputFormat format = OutputFormat.TEXT;
}
