package org.jline.nativ;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Loads JLine's native library, in place of JLine's own class of this name, which stands behind it on the class path.
 * JLine's makes itself a logger first, and for that the JDK opens every jar in search of logging services: 20 ms during
 * which the first picture has to wait for a library that takes one.
 */
public final class JLineNativeLoader {
    private static final String NAME = "libjlinenative.so";

    private static boolean loaded;

    private JLineNativeLoader() {}

    /**
     * Loads it from the folder that {@code library.jline.path} names, which is where the launcher has it, else from
     * JLine's jar. Called by {@link CLibrary} before its first use.
     */
    @SuppressWarnings("restricted")
    public static synchronized boolean initialize() {
        if (loaded) return true;
        String folder = System.getProperty("library.jline.path");
        if (folder == null) {
            try {
                loadFromJar();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            System.load(folder + '/' + NAME);
        }
        loaded = true;
        return true;
    }

    @SuppressWarnings("restricted")
    private static void loadFromJar() throws IOException {
        String machine = System.getProperty("os.arch");
        String packed = "Linux/"
                + switch (machine) {
                    case "amd64" -> "x86_64";
                    case "aarch64" -> "arm64";
                    default -> machine;
                }
                + '/' + NAME;
        Path copy = Files.createTempFile("jlinenative", ".so");
        try (InputStream library = JLineNativeLoader.class.getResourceAsStream(packed)) {
            if (library == null) throw new FileNotFoundException(packed);
            Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
            System.load(copy.toString());
        } finally {
            Files.delete(copy);
        }
    }
}
