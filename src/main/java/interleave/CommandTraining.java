package interleave;

import java.util.List;

/**
 * The subcommands one after the other, and then the monitor with an option to parse, in one process: for the build,
 * which records in an AOT cache what this JVM loads and links.
 */
final class CommandTraining {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("--version"),
            List.of("--help"),
            List.of("list"),
            List.of("list", "--format", "json"),
            List.of("once", "--interval", "250ms"),
            List.of("run", "timer/event-loop", "--warmup", "0s", "--duration", "1s"),
            List.of("--interval", "1s"));

    private CommandTraining() {}

    public static void main(String[] arguments) {
        for (List<String> command : COMMANDS) {
            int status = Main.status(command.toArray(String[]::new));
            if (status != 0) System.exit(status);
        }
    }
}
