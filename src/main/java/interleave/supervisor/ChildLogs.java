package interleave.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * The folder of the children's logs: the newest {@value #KEPT} are kept, and those of processes that live.
 *
 * @param alive whether there is a process of that id, whoever started it: several monitors may share the folder
 */
record ChildLogs(Path folder, LongPredicate alive) {
    static final int KEPT = 20;

    private static final String END = ".log";

    ChildLogs(Path folder) {
        this(folder, pid -> ProcessHandle.of(pid).isPresent());
    }

    /** A log that becomes a file when something is written to it. */
    ChildLog log(String workload, long pid) {
        return new ChildLog(this, folder.resolve(workload.replace('/', '-') + "-" + pid + END));
    }

    /** Makes the folder, and room in it for one more log. */
    void makeRoom() throws IOException {
        Files.createDirectories(folder);
        for (Path old : newestFirst().stream().skip(KEPT - 1).toList())
            if (!alive.test(pid(old))) Files.deleteIfExists(old);
    }

    /**
     * The same on a thread of its own, since a disk may hang.
     *
     * @return the thread, which ends by itself
     */
    Thread makeRoomMeanwhile() {
        return Thread.ofPlatform().daemon().name("command-logs").start(() -> {
            try {
                makeRoom();
            } catch (IOException e) {
                // Whoever writes the log says that it cannot be written.
            }
        });
    }

    /** Of the process whose log it is; 0, which none has, where the name is none of ours. */
    private static long pid(Path log) {
        String name = log.getFileName().toString();
        try {
            return Long.parseLong(name, name.lastIndexOf('-') + 1, name.length() - END.length(), 10);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return 0;
        }
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(END))
                    .sorted(Comparator.comparing(ChildLogs::modified).reversed())
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
