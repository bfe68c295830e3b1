package interleave.cli;

import interleave.config.Settings;
import interleave.spec.ExitStatus;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
public final class Commands {
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
        CommandLine root = commandLine(words, monitor, out, err, signals);
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
    // start-up: one command's model instead of five.
    private static CommandLine commandLine(
            Words words, ToIntFunction<Settings> monitor, Output out, PrintStream err, EndSignals signals) {
        CommandLine one = new CommandLine(CommandSpec.create().name("interleave"));
        switch (words.before.isEmpty() ? "" : words.before.getFirst()) {
            case "list" -> one.addSubcommand(new ListCommand(out));
            case "run" -> one.addSubcommand(new RunCommand(out, err, signals, words.command));
            case "once" -> one.addSubcommand(new OnceCommand(out));
            case "compare" -> one.addSubcommand(new CompareCommand(out, err, signals));
            case "advise" -> one.addSubcommand(new AdviseCommand(out, err, signals));
            case "sweep" -> one.addSubcommand(new SweepCommand(out, err, signals));
            case "lab" -> one.addSubcommand(new LabCommand(out, err, signals));
            default -> {
                return new CommandLine(new MainCommand(monitor, words.command))
                        .addSubcommand(new ListCommand(out))
                        .addSubcommand(new RunCommand(out, err, signals, words.command))
                        .addSubcommand(new OnceCommand(out))
                        .addSubcommand(new CompareCommand(out, err, signals))
                        .addSubcommand(new SweepCommand(out, err, signals))
                        .addSubcommand(new AdviseCommand(out, err, signals))
                        .addSubcommand(new LabCommand(out, err, signals))
                        .addSubcommand(new CompletionCommand(out));
            }
        }
        return one;
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
                name(e.getArgSpec()) + (e.getValue().isEmpty() ? "''" : e.getValue()) + " " + cause.getMessage();
            case UnmatchedArgumentException e -> unmatched(e);
            case MissingParameterException e -> missing(e);
            default -> wrong.getMessage().lines().findFirst().orElse("wrong arguments");
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
        if (!owners.isEmpty()) hint = "; it is one of " + owners;
        else if (!near.isEmpty())
            hint = "; nearest are " + near.stream().limit(3).collect(Collectors.joining(", "));
        return "unknown option " + argument + hint;
    }

    /** The subcommands that have an option which this command lacks. */
    private static String owners(String option, CommandLine command) {
        String name = option.replaceFirst("=.*", "");
        return command.getSubcommands().values().stream()
                .filter(each -> each.getCommandSpec().findOption(name) != null)
                .map(each -> each.getCommandSpec().qualifiedName())
                .collect(Collectors.joining(", "));
    }

    /** Where workloads are asked for it is meant as one: picocli leaves over what does not convert, but the first. */
    private static String word(String word, CommandLine command) {
        if (!command.getSubcommands().isEmpty() && !word.contains("/"))
            return "unknown word " + word + "; the commands are "
                    + String.join(", ", command.getSubcommands().keySet());
        if (command.getCommand() instanceof LabCommand) return claim(word);
        if (command.getSubcommands().isEmpty()
                && !(command.getCommand() instanceof RunCommand || command.getCommand() instanceof CompareCommand))
            return "unknown word " + word;
        if (command.getCommand() instanceof CompareCommand) return candidate(word);
        try {
            new Converters.OfWorkload().convert(word);
            return "unknown word " + word + "; use run " + word + " or --start " + word;
        } catch (TypeConversionException wrong) {
            return word + " " + wrong.getMessage();
        }
    }

    private static String claim(String word) {
        try {
            new ClaimNames.Converter().convert(word);
            return "unknown word " + word;
        } catch (TypeConversionException wrong) {
            return word + " " + wrong.getMessage();
        }
    }

    private static String candidate(String word) {
        try {
            new Candidate.Converter().convert(word);
            return "unknown word " + word;
        } catch (TypeConversionException wrong) {
            return word + " " + wrong.getMessage();
        }
    }

    private static String missing(MissingParameterException e) {
        ArgSpec first = e.getMissing().getFirst();
        if (first instanceof OptionSpec option) return option.longestName() + " needs a value: " + description(option);
        return first.paramLabel() + " is missing: " + description(first);
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description()).replaceFirst("\\.$", "");
    }
}
