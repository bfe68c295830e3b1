package interleave.supervisor;

import interleave.kernel.KernelText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The check that the application folder's jars are those that its AOT caches were made of. JDK 25.0.3 looks at those
 * of the boot loader alone (JDK-8377932), and workers would run the old classes of a jar that was replaced; 25.0.5
 * looks at the time and size of each, and a plain {@code cp -r} gives every file a new time. So the build lists the
 * jars' digests and sizes and gives all of them, and the list, one time that comes of the digests. What has that time
 * and its size was not touched; what has another is compared by its digest, and gets its time back if it is the same.
 * The launcher compares times as well, so that a cache is used by what it was made of alone, whatever the JVM looks at.
 */
public final class Jars {
    static final String LIST = "jars.sha256";

    /** A comment to sha256sum(1). */
    private static final String SIZES = "# sizes:";

    /** The times lie in 2025: a build's own, and never in the future. */
    private static final long FIRST_SECOND = 1_735_689_600L;

    private static final int SECONDS = 31_536_000;
    private static final int DIGEST_CHARACTERS = 64;

    private Jars() {}

    /** Writes the list, and gives it and the jars their time. The build's work, before it makes a cache. */
    public static void seal(Path lib) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path jar : jars(lib)) lines.add(digest(jar) + "  " + jar.getFileName());
        lines.add(sizes(lib));
        Path list = lib.resolve(LIST);
        Files.write(list, lines);
        FileTime time = timeOf(list);
        for (Path jar : jars(lib)) Files.setLastModifiedTime(jar, time);
        Files.setLastModifiedTime(list, time);
    }

    /** Restores the times of the folder that this JVM was started from, if any. */
    public static void restore() {
        Optional.ofNullable(System.getProperty("interleave.home"))
                .flatMap(home -> KernelText.path(home, "lib"))
                .ifPresent(Jars::restore);
    }

    /** True if the caches may be used from now on. Where times cannot be set, programs only start more slowly. */
    static boolean restore(Path lib) {
        try {
            if (sound(lib)) return true;
            if (!same(lib)) return false;
            FileTime time = timeOf(lib.resolve(LIST));
            for (Path jar : jars(lib)) Files.setLastModifiedTime(jar, time);
            Files.setLastModifiedTime(lib.resolve(LIST), time);
            return true;
        } catch (IOException notOurs) {
            // A folder of somebody else's, or on a read-only disk.
            return false;
        }
    }

    /** Do the list and all jars have one time, and the jars the sizes that it says? It takes a look at each. */
    static boolean sound(Path lib) {
        try {
            FileTime time = Files.getLastModifiedTime(lib.resolve(LIST));
            for (Path jar : jars(lib)) if (!Files.getLastModifiedTime(jar).equals(time)) return false;
            return Files.readAllLines(lib.resolve(LIST)).getLast().equals(sizes(lib));
        } catch (IOException | NoSuchElementException e) {
            return false;
        }
    }

    private static String sizes(Path lib) throws IOException {
        StringBuilder line = new StringBuilder(SIZES);
        for (Path jar : jars(lib)) line.append(' ').append(Files.size(jar));
        return line.toString();
    }

    /** Do all jars have the digests of the list, and no others are there? It takes some 50 ms. */
    private static boolean same(Path lib) throws IOException {
        List<String> listed = Files.readAllLines(lib.resolve(LIST));
        List<Path> jars = jars(lib);
        if (listed.size() != jars.size() + 1) return false;
        for (int i = 0; i < jars.size(); i++) {
            Path jar = jars.get(i);
            String line = listed.get(i);
            if (line.length() < DIGEST_CHARACTERS || !line.endsWith("  " + jar.getFileName())) return false;
            if (!line.startsWith(digest(jar))) return false;
        }
        return true;
    }

    /** In order of their names. */
    // start-up: each start asks, and a stream of a folder's files is made of lambdas, which the JVM builds anew.
    private static List<Path> jars(Path lib) throws IOException {
        String[] names = lib.toFile().list((folder, name) -> name.endsWith(".jar"));
        if (names == null) throw new NoSuchFileException(lib.toString());
        Arrays.sort(names);
        List<Path> jars = new ArrayList<>();
        for (String name : names) jars.add(lib.resolve(name));
        return jars;
    }

    private static FileTime timeOf(Path list) throws IOException {
        int number = Integer.parseUnsignedInt(digest(list), 0, 8, 16);
        return FileTime.from(
                FIRST_SECOND + Integer.remainderUnsigned(number, SECONDS), java.util.concurrent.TimeUnit.SECONDS);
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
