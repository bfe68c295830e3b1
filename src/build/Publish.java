import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts a copy of a folder in the place of another by renaming. Whoever runs in the old folder has its files mapped, and
 * would die when they are written to. So it goes on with the old files, which are gone when it ends.
 *
 * <p>{@code java src/build/Publish.java FROM TO}
 */
class Publish {
    private Publish() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        publish(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void publish(Path from, Path to) throws IOException, InterruptedException {
        Path fresh = to.resolveSibling(to.getFileName() + ".new");
        Path old = to.resolveSibling(to.getFileName() + ".old");
        Tools.remove(fresh);
        Tools.remove(old);
        Tools.run("cp", "-a", from.toString(), fresh.toString());
        if (Files.exists(to)) Files.move(to, old);
        Files.move(fresh, to);
        Tools.remove(old);
    }
}
