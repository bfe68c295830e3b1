import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory of what a part of the build was made of, so that it is made again only when that changes.
 *
 * @param record a file of the target folder that holds the text of the last time
 * @param ingredients everything that the part depends on, as text
 */
record Made(Path record, String ingredients) {
    /** True if all products are there, and were made of the same. If not, the memory is gone from now on. */
    boolean stillHolds(Path... products) throws IOException {
        boolean holds = Files.exists(record) && Files.readString(record).equals(ingredients);
        for (Path product : products) holds &= Files.exists(product);
        if (!holds) Files.deleteIfExists(record);
        return holds;
    }

    void remember() throws IOException {
        Files.writeString(record, ingredients);
    }
}
