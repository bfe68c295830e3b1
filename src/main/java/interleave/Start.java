package interleave;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;

/**
 * What {@code java -jar interleave.jar} runs: says which Java is needed where an older one was found. The only class
 * that is compiled for Java 8, so it reaches {@link Main} by name. The launcher of the application folder goes past it.
 */
public final class Start {
    private static final int NEEDED = 25;

    private Start() {}

    public static void main(String[] arguments) throws Throwable {
        String version = System.getProperty("java.specification.version");
        if (feature(version) < NEEDED) {
            System.err.println("interleave: this is Java " + version + " (" + System.getProperty("java.home")
                    + "), but Java " + NEEDED + " is needed; bin/interleave brings its own");
            System.exit(2);
        }
        settleIn();
        try {
            Class.forName("interleave.Main").getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** {@code 1.8} is 8, {@code 25} is 25; what cannot be read is newer than anything known. */
    static int feature(String version) {
        String number = version.startsWith("1.") ? version.substring(2) : version;
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** Names the application folder, as the launcher would have done, if this jar lies in one. */
    private static void settleIn() throws URISyntaxException {
        File lib = new File(Start.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getParentFile();
        File natives = new File(lib, "native");
        if (System.getProperty("interleave.home") != null || !natives.isDirectory()) return;
        System.setProperty("interleave.home", lib.getParent());
        System.setProperty("library.jline.path", natives.getPath());
    }
}
