import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.nativ.CLibrary;
import org.jline.nativ.CLibrary.WinSize;

/** The use of the monitor for some seconds as a person would, in a pseudo-terminal. */
class MonitorTraining {
    /** Keys, each with the milliseconds to wait before it. */
    private record Press(int afterMillis, String keys) {}

    /**
     * Together they touch every part of the screen, and last longer than seven seconds: then the monitor has the JVM
     * build native calls, which takes some 250 classes.
     */
    private static final List<Press> SCRIPT = List.of(
            new Press(1000, "1"),
            new Press(1200, "\033[B"),
            new Press(100, "\r"),
            new Press(100, "+"),
            new Press(100, "-"),
            new Press(200, "["),
            new Press(300, "?"),
            new Press(200, "?"),
            new Press(200, "p"),
            new Press(200, "p"),
            new Press(200, "]"),
            new Press(200, "m"),
            new Press(200, "\033[C"),
            new Press(200, "\t"),
            new Press(200, "m"),
            new Press(100, "\014"),
            new Press(2600, "t"),
            new Press(700, "T"),
            new Press(700, "t"),
            new Press(300, "t"),
            new Press(300, "s"),
            new Press(500, "q"),
            new Press(500, "q"));

    /** The beginning of the monitor's first picture; keys that came before it would be dropped. */
    private static final String ALTERNATE_SCREEN = "\033[?1049h";

    private static final int PATIENCE_SECONDS = 120;
    private static final long POLL_MILLIS = 50;

    private MonitorTraining() {}

    /** Runs the command and presses keys; gives its exit status. */
    static int use(List<String> command, Path log) throws IOException, InterruptedException {
        int[] master = new int[1];
        int[] slave = new int[1];
        byte[] name = new byte[64];
        if (CLibrary.openpty(master, slave, name, null, new WinSize((short) 40, (short) 120)) != 0)
            throw new IOException("no pseudo-terminal is available");

        Path terminal = Path.of(new String(name, StandardCharsets.US_ASCII).trim());
        var builder = new ProcessBuilder(command)
                .redirectInput(terminal.toFile())
                .redirectOutput(terminal.toFile())
                .redirectErrorStream(true);
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("COLORTERM", "truecolor");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("NO_COLOR");
        Process monitor = builder.start();
        CountDownLatch opened = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> copy(new FileInputStream(descriptor(master[0])), log, opened));
        // A command may do other things first, or fail.
        while (!opened.await(POLL_MILLIS, TimeUnit.MILLISECONDS) && monitor.isAlive()) {}
        try (var keys = new FileOutputStream(descriptor(master[0]))) {
            for (Press press : SCRIPT) {
                if (monitor.waitFor(press.afterMillis(), TimeUnit.MILLISECONDS)) break;
                keys.write(press.keys().getBytes(StandardCharsets.US_ASCII));
            }
            if (!monitor.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                monitor.destroyForcibly();
                throw new IOException("the monitor did not end after q");
            }
        }
        return monitor.exitValue();
    }

    /** @param opened counted down when the monitor has begun its first picture */
    private static void copy(FileInputStream screen, Path log, CountDownLatch opened) {
        try (var out = Files.newOutputStream(log)) {
            int matched = 0;
            for (int octet = screen.read(); octet >= 0; octet = screen.read()) {
                out.write(octet);
                if (octet == ALTERNATE_SCREEN.charAt(matched)) matched++;
                else matched = octet == ALTERNATE_SCREEN.charAt(0) ? 1 : 0;
                if (matched < ALTERNATE_SCREEN.length()) continue;
                opened.countDown();
                matched = 0;
            }
        } catch (IOException e) {
            // The end of a pseudo-terminal is an error.
        }
    }

    /** Java has no public way from a number to a descriptor. */
    private static FileDescriptor descriptor(int number) {
        try {
            var constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true);
            return constructor.newInstance(number);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
