package interleave.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the children's logs: the newest {@value #KEPT} are kept. */
record Logs(Path folder) {
    static final int KEPT = 20;

    /** A log that becomes a file when something is written to it. */
    Log log(String name) {
        return new Log(this, folder.resolve(name.replace('/', '-') + ".log"));
    }

    /** Makes the folder, and room in it for one more log. */
    void makeRoom() throws IOException {
        Files.createDirectories(folder);
        for (Path old : newestFirst().stream().skip(KEPT - 1).toList()) Files.deleteIfExists(old);
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted(Comparator.comparing(Logs::modified).reversed())
                    .toList();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // It has just been deleted by another monitor.
            return FileTime.fromMillis(0);
        }
    }
}
