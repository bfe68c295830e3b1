package interleave.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CLibraryTest {
    /** Asks for a function of the C library when no descriptor is free, and prints the size of a page. */
    static final class WithoutDescriptors {
        public static void main(String[] unused) throws Throwable {
            // Their files are opened while that is possible.
            ClassLoader loader = WithoutDescriptors.class.getClassLoader();
            for (Class<?> needed : List.of(CFunction.class, CLibrary.class))
                Class.forName(needed.getName(), false, loader);
            takeAll();
            System.out.println((int) (long) CFunction.named("getpagesize").invokeExact(0L, 0L, 0L));
        }

        private static void takeAll() {
            List<FileInputStream> taken = new ArrayList<>();
            try {
                while (true) taken.add(new FileInputStream("/dev/null"));
            } catch (IOException e) {
                // None is left.
            }
        }
    }

    @Test
    void functionsAreFoundWhereNoDescriptorIsFree() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -n 64; exec \"$@\"",
                        "sh",
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutDescriptors.class.getName())
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes());

        assertEquals(0, process.waitFor(), said);
        assertEquals(
                List.of("4096"),
                said.lines().filter(line -> line.equals("4096")).toList(),
                "the size of a page on x86-64: " + said);
    }
}
