package interleave.cli;

import interleave.supervisor.CommandStatus;
import interleave.supervisor.Launch;
import interleave.supervisor.UserCommand;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A command of the user's that runs beside runs.
 *
 * @param cpus the only ones that it may use; empty: all
 */
record CommandPlan(CommandOptions options, List<Integer> cpus) {
    /** Starts it, if there is one. */
    Optional<UserCommand> start(Launch launch, Consumer<CommandStatus> news) throws IOException {
        if (options.words().isEmpty()) return Optional.empty();
        return Optional.of(UserCommand.start(launch, options.words(), options.leave(), cpus, news));
    }
}
