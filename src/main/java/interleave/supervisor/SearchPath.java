package interleave.supervisor;

import interleave.kernel.KernelText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folders of {@code PATH}. */
public final class SearchPath {
    private SearchPath() {}

    /** The {@code PATH} of this process; empty where it has none. */
    public static String ofThisProcess() {
        return System.getenv().getOrDefault("PATH", "");
    }

    /** The program in the first folder that has it. A folder whose name this locale cannot write is passed over. */
    public static Optional<Path> find(String path, String program) {
        for (String folder : path.split(":")) {
            if (folder.isEmpty()) continue;
            Optional<Path> file = KernelText.path(folder, program).filter(Files::isExecutable);
            if (file.isPresent()) return file;
        }
        return Optional.empty();
    }
}
