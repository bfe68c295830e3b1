package interleave.supervisor;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where this program keeps what outlives it, as the XDG Base Directory Specification has it. */
public final class StateFolder {
    private StateFolder() {}

    /** That of whoever started this process. */
    public static Path ofThisUser() {
        return of(System.getenv(), System.getProperty("user.home", ""));
    }

    /**
     * {@code $XDG_STATE_HOME/interleave}, else {@code $HOME/.local/state/interleave}. What is relative or cannot be the
     * name of a file in this locale is passed over. Who has no home is at home in {@code /}, as after a login.
     *
     * @param home by the list of users
     */
    static Path of(Map<String, String> environment, String home) {
        return absolute(environment.getOrDefault("XDG_STATE_HOME", ""))
                .or(() -> absolute(environment.getOrDefault("HOME", "")).map(StateFolder::inHome))
                .or(() -> absolute(home).map(StateFolder::inHome))
                .orElseGet(() -> inHome(Path.of("/")))
                .resolve("interleave");
    }

    private static Path inHome(Path home) {
        return home.resolve(".local").resolve("state");
    }

    private static Optional<Path> absolute(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
