package interleave.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * The application folder that this process was started from. Children are started from it as well, but not from another
 * that has taken its place: that may be of another version.
 */
final class Home {
    static final String GONE = "the application folder is gone or was replaced: start the monitor again";

    private final Path jar;
    private final Optional<Object> identity;

    Home(Path folder) {
        jar = folder.resolve("lib/interleave.jar");
        identity = identity();
    }

    /** The same, unless the folder is not what it was. */
    ChildProcess.Starter guard(ChildProcess.Starter starter) {
        return command -> start(starter, command);
    }

    private ChildProcess start(ChildProcess.Starter starter, List<String> command) throws IOException {
        if (identity.isPresent() && !identity.equals(identity())) throw new Refused(GONE);
        return starter.start(command);
    }

    /** Device and inode. This process holds the file open, so that no other file can have the same while it lives. */
    private Optional<Object> identity() {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(jar, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
