package interleave.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written whole or not at all: beside its place, and then renamed into it, so that a full disk leaves
 * what was there before, or nothing. What is no ordinary file, such as a pipe, is written in its place, and so is a
 * file whose folder takes no other.
 */
final class WholeFile {
    /** Puts the bytes into a file that is there. */
    interface Writing {
        void to(Path file) throws IOException;
    }

    private WholeFile() {}

    static void write(Path file, byte[] bytes) throws IOException {
        write(file, there -> Files.write(there, bytes));
    }

    static void write(Path file, Writing writing) throws IOException {
        // A link goes on leading where it did.
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(place) && !Files.isRegularFile(place) || !Files.isWritable(place.getParent())) {
            writing.to(place);
            return;
        }
        Path beside = place.resolveSibling(
                "." + place.getFileName() + "." + ProcessHandle.current().pid());
        try {
            writing.to(beside);
            if (Files.exists(place)) Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(place));
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
