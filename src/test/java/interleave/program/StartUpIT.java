package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first seconds of the monitor take what the cache has. A switch over types, and the equals, hashCode and toString
 * that a record has by itself, are in no cache of JDK 25: the first costs 4 ms of CPU and the second 25, at each start
 * anew. Lambdas cost the first picture 15 ms; the application folder has plain classes in their place.
 */
class StartUpIT {
    /** Loaded when the first picture is out and keys are listened to, before anything else is begun. */
    private static final String AFTER_THE_PICTURE = " interleave.terminal.KeyReader ";

    /** The JDK makes eight forms of its own on the way to a run. The first equals of a record takes eight more. */
    private static final int OF_LAMBDAS = 12;

    /** The JDK's own way to functions of C, which is taken when the start is over. */
    private static final String CALLS_OF_C = " jdk.internal.foreign.";

    private final Program program = new Program();

    @TempDir
    Path temp;

    @Test
    void noSwitchAndNoRecordIsLinkedAtRunTime() throws Exception {
        Tools.need("tmux", "bash");
        Path folder = temp.resolve("copy");
        Path log = temp.resolve("classes");
        Process copy = new ProcessBuilder("cp", "-a", Program.FOLDER.toString(), folder.toString()).start();
        assertEquals(0, copy.waitFor());
        Path options = folder.resolve("lib/monitor.options");
        Files.writeString(
                options,
                Files.readString(options)
                        .replace("-Xlog:disable", "-Xlog:disable\n-Xlog:class+load:file=" + log + "::filesize=0"));
        try (Tmux terminal = new Tmux(program, temp, 120, 40)) {
            terminal.type("'" + folder + "/bin/interleave'");
            terminal.awaitMatch("1.? *http/event-loop +idle");
            terminal.press("1");
            terminal.awaitMatch("http/event-loop +running +[0-9]+ s +256 +[0-9]");
            terminal.press("+");
            terminal.awaitMatch("http/event-loop +running +[0-9]+ s +512");
            terminal.press("s");
            terminal.awaitMatch("http/event-loop +ended");
            terminal.press("q");
            terminal.awaitMatch("512 in flight");
        }
        List<String> loaded = Files.readAllLines(log);
        assertTrue(loaded.stream().anyMatch(line -> line.contains(AFTER_THE_PICTURE)), "keys were listened to");
        assertEquals(List.of(), made(loaded.stream().takeWhile(line -> !line.contains(AFTER_THE_PICTURE))));
        List<String> made = made(loaded.stream());
        assertEquals(
                List.of(),
                made.stream()
                        .filter(line -> line.contains("$TypeSwitch/") && !line.contains(CALLS_OF_C))
                        .toList());
        assertEquals(
                List.of(),
                made.stream().filter(line -> line.contains(" interleave.")).toList());
        List<String> forms = made.stream()
                .takeWhile(line -> !line.contains(CALLS_OF_C))
                .filter(line -> line.contains("LambdaForm"))
                .toList();
        assertTrue(forms.size() <= OF_LAMBDAS, forms.toString());
    }

    /** Those classes that the JVM made itself, and no cache had. */
    private static List<String> made(Stream<String> loaded) {
        return loaded.filter(line -> line.contains("/0x") && !line.contains("shared objects"))
                .toList();
    }
}
