package interleave.supervisor;

import java.io.File;
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
public final class Home {
    public static final String GONE = "the application folder is gone or was replaced: start the monitor again";

    private static final String JAR = "lib/interleave.jar";

    private final Path jar;
    private final Optional<Object> identity;

    Home(Path folder) {
        jar = folder.resolve(JAR);
        identity = identity();
    }

    /** True if this process was started from a folder that is not there any more: what it has yet to load is lost. */
    public static boolean isGone() {
        String folder = System.getProperty("interleave.home");
        return folder != null && !new File(folder, JAR).exists();
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
