package interleave.cli;

import interleave.config.Settings;
import interleave.spec.ExitStatus;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
public final class Commands {
    /** It knows all the others. */
    private static final String COMPLETION = "completion";

    /** The subcommands, in the order in which help has them. */
    private static final List<String> NAMES =
            List.of("list", "run", "once", "compare", "sweep", "advise", "lab", COMPLETION);

    private Commands() {}

    /**
     * Does what the arguments say, and gives the exit status: 0 done, 1 a run or its verification failed, 2 the command
     * line is wrong. What is wrong is said in one line.
     *
     * @param monitor opens the monitor
     * @param signals that ask for the end
     */
    public static int run(
            String[] arguments, ToIntFunction<Settings> monitor, Output out, PrintStream err, EndSignals signals) {
        // start-up: a parser takes longer than what these do, and scripts ask them most.
        if (arguments.length == 1 && arguments[0].equals("--version")) return version(out);
        if (arguments.length == 1 && arguments[0].equals("list")) return new ListCommand(out).call();
        Words words = Words.of(arguments);
        CommandLine root = commandLine(words, monitor, new Console(out, err, signals));
        root.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler((wrong, args) -> refuse(wrong, err))
                .setExecutionExceptionHandler((failure, command, parsed) -> UnexpectedFailure.tell(failure, err));
        return root.execute(words.before.toArray(String[]::new));
    }

    /**
     * The command line in two: what is ours, and a command of the user's. Of commands that start none the mark between
     * them stays, and is told as what it is: a word too many.
     */
    private record Words(List<String> before, List<String> command) {
        static Words of(String[] arguments) {
            List<String> all = List.of(arguments);
            int mark = all.indexOf(CommandOptions.MARK);
            boolean other = !all.isEmpty()
                    && !all.getFirst().startsWith("-")
                    && !all.getFirst().equals("run");
            if (mark < 0 || other) return new Words(all, List.of());
            if (mark == all.size() - 1) return new Words(all.subList(0, mark), List.of(""));
            return new Words(all.subList(0, mark), all.subList(mark + 1, all.size()));
        }
    }

    private static int version(PrintStream out) {
        for (String line : new Version().getVersion()) out.println(line);
        return ExitStatus.DONE;
    }

    /**
     * The command line: of a subcommand that the first argument names no more than that, because nothing else can be
     * meant then, and picocli takes 10 to 25 ms for each command that it could read.
     */
    // start-up: one command's model instead of all.
    private static CommandLine commandLine(Words words, ToIntFunction<Settings> monitor, Console console) {
        String first = words.before.isEmpty() ? "" : words.before.getFirst();
        if (NAMES.contains(first) && !first.equals(COMPLETION))
            return new CommandLine(CommandSpec.create().name("interleave"))
                    .addSubcommand(command(first, words, console));
        return whole(words, monitor, console);
    }

    private static CommandLine whole(Words words, ToIntFunction<Settings> monitor, Console console) {
        CommandLine all = new CommandLine(new MainCommand(monitor, words.command));
        for (String name : NAMES) all.addSubcommand(command(name, words, console));
        return all;
    }

    /** All of it, as help knows it. */
    static CommandLine whole(Console console) {
        return whole(Words.of(new String[0]), settings -> ExitStatus.DONE, console);
    }

    private static Object command(String name, Words words, Console console) {
        return switch (name) {
            case "list" -> new ListCommand(console.out());
            case "run" -> new RunCommand(console, words.command);
            case "once" -> new OnceCommand(console.out());
            case "compare" -> new CompareCommand(console);
            case "sweep" -> new SweepCommand(console);
            case "advise" -> new AdviseCommand(console);
            case "lab" -> new LabCommand(console);
            case COMPLETION -> new CompletionCommand(console.out());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static int refuse(ParameterException wrong, PrintStream err) {
        String help = wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        // The typed text is part of it, and must neither break the line nor order the terminal about.
        err.println("interleave: " + words(wrong).replaceAll("[\\p{Cc}\\p{Cf}]+", " ") + "; more: " + help);
        return ExitStatus.WRONG_USE;
    }

    private static String words(ParameterException wrong) {
        return switch (wrong) {
            case ParameterException e
            when e.getCause() instanceof TypeConversionException cause ->
                name(e.getArgSpec()) + Typed.shown(e.getValue()) + " " + cause.getMessage();
            case UnmatchedArgumentException e -> unmatched(e);
            case MissingParameterException e -> missing(e);
            case OverwrittenOptionException e -> ((OptionSpec) e.getOverwritten()).longestName() + ": give it once";
            default -> wrong.getMessage();
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() + " " : "";
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String argument = e.getUnmatched().getFirst();
        if (!argument.startsWith("-")) return word(argument, e.getCommandLine());
        String owners = owners(argument, e.getCommandLine());
        List<String> near = e.getSuggestions();
        String hint = "";
        if (!owners.isEmpty()) hint = "; it belongs to " + owners;
        else if (!near.isEmpty())
            hint = "; nearest are " + near.stream().limit(3).collect(Collectors.joining(", "));
        return "unknown option " + argument + hint;
    }

    /** The subcommands that have an option which this command lacks. */
    private static String owners(String option, CommandLine command) {
        String name = option.replaceFirst("=.*", "");
        return command.getSubcommands().values().stream()
                .filter(each -> each.getCommandSpec().findOption(name) != null)
                .map(each -> each.getCommandSpec().name())
                .collect(Collectors.joining(", "));
    }

    /** Where workloads are asked for it is meant as one: picocli leaves over what does not convert, but the first. */
    private static String word(String word, CommandLine command) {
        String unknown = "unknown word " + Typed.shown(word);
        if (!command.getSubcommands().isEmpty() && !word.contains("/"))
            return unknown + "; the commands are "
                    + String.join(", ", command.getSubcommands().keySet());
        return switch (command.getCommand()) {
            case LabCommand _ -> why(new ClaimNames.Converter()::convert, word).orElse(unknown);
            case CompareCommand _ ->
                why(new Candidate.Converter()::convert, word).orElse(unknown);
            case MainCommand _, RunCommand _ ->
                why(new Converters.OfWorkload()::convert, word)
                        .orElse(unknown + "; use run " + word + " or --start " + word);
            default -> unknown;
        };
    }

    /** The word, and why it is not what the command takes; empty if it is. */
    private static Optional<String> why(Consumer<String> conversion, String word) {
        try {
            conversion.accept(word);
            return Optional.empty();
        } catch (TypeConversionException wrong) {
            return Optional.of(Typed.shown(word) + " " + wrong.getMessage());
        }
    }

    private static String missing(MissingParameterException e) {
        ArgSpec first = e.getMissing().getFirst();
        if (first instanceof OptionSpec option) return option.longestName() + " needs a value: " + description(option);
        return first.paramLabel() + " is missing: " + description(first);
    }

    /** Its words, as they go on after a colon. */
    private static String description(ArgSpec argument) {
        String words = String.join(" ", argument.description()).replaceFirst("\\.$", "");
        boolean name = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return name ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
