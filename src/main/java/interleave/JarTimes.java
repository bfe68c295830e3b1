package interleave;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * The modification times of the application folder's jars. The JVM passes over an AOT cache once a jar has another time
 * than it had when the cache was made, and a plain {@code cp -r} gives every file a new one. So the build gives all jars
 * one fixed time, and a copy gets it back at its first start.
 */
public final class JarTimes {
    private static final FileTime MADE = FileTime.fromMillis(1_767_225_600_000L);

    private JarTimes() {}

    /** Restores the times of the folder that this JVM was started from, if any. One look at one file where all is well. */
    static void restore() {
        Optional.ofNullable(System.getProperty("interleave.home")).ifPresent(home -> restore(Path.of(home, "lib")));
    }

    /** Gives the jars in {@code lib} their time. Where that is not allowed, programs only start more slowly. */
    public static void restore(Path lib) {
        try {
            if (Files.getLastModifiedTime(lib.resolve("interleave.jar")).equals(MADE)) return;
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(lib, "*.jar")) {
                for (Path jar : jars) Files.setLastModifiedTime(jar, MADE);
            }
        } catch (IOException notOurs) {
            // A folder of somebody else's, or on a read-only disk.
        }
    }
}
