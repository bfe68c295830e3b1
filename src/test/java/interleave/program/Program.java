package interleave.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One use of the application folder. Every process that comes of it, directly or through tmux and sshd, carries a mark
 * in its environment, by which {@link #processes} finds it even after its parent has died.
 */
public final class Program {
    static final Path FOLDER = Path.of(System.getProperty("interleave.folder", "target/interleave"))
            .toAbsolutePath();
    static final String MARK = "INTERLEAVE_TEST_MARK";

    private final String mark = UUID.randomUUID().toString();

    /** Of each process what it had when it was last seen. */
    private final Map<Path, Long> ticks = new HashMap<>();

    String mark() {
        return mark;
    }

    public String launcher() {
        return FOLDER.resolve("bin/interleave").toString();
    }

    /** The output of a finished command, and its exit status. */
    public record Result(int status, String out, String err) {}

    public Result run(Duration limit, String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        process.getOutputStream().close();
        return result(process, limit);
    }

    public Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher()));
        command.addAll(List.of(arguments));
        return marked(new ProcessBuilder(command)).start();
    }

    /** Also hears SIGINT, which a shell lets be ignored in all that it starts in the background: in a gate, say. */
    ProcessBuilder marked(ProcessBuilder builder) {
        builder.environment().put(MARK, mark);
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(builder.command());
        return builder.command(command);
    }

    public static Result result(Process process, Duration limit) throws IOException, InterruptedException {
        StringBuilder err = new StringBuilder();
        Thread reader = new Thread(() -> err.append(text(process.getErrorStream())), "stderr");
        reader.start();
        StringBuilder out = new StringBuilder();
        Thread writer = new Thread(() -> out.append(text(process.getInputStream())), "stdout");
        writer.start();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + limit + ": " + process.info());
        }
        reader.join();
        writer.join();
        return new Result(process.exitValue(), out.toString(), err.toString());
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java processes of this use that are alive, as "pid main-class". */
    public List<String> processes() {
        return all().stream()
                .map(p -> p.getFileName() + " " + mainClass(p))
                .filter(line -> line.contains("interleave."))
                .sorted()
                .toList();
    }

    private List<Path> all() {
        try (var entries = Files.list(Path.of("/proc"))) {
            return entries.filter(p -> p.getFileName().toString().chars().allMatch(Character::isDigit))
                    .filter(this::mine)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ticks of CPU time that all processes of this use have had, those that have ended up to when they were seen. */
    long ticks() {
        for (Path process : all()) {
            String stat = read(process.resolve("stat"));
            if (stat.isEmpty()) continue;
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            ticks.merge(process, Long.parseLong(fields[11]) + Long.parseLong(fields[12]), Math::max);
        }
        return ticks.values().stream().mapToLong(Long::longValue).sum();
    }

    public long pid(String mainClass) {
        return processes().stream()
                .filter(line -> line.endsWith(" " + mainClass))
                .map(line -> Long.parseLong(line.substring(0, line.indexOf(' '))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + mainClass + " among " + processes()));
    }

    private boolean mine(Path process) {
        return read(process.resolve("environ")).contains(MARK + "=" + mark);
    }

    private static String mainClass(Path process) {
        for (String argument : read(process.resolve("cmdline")).split("\0"))
            if (argument.startsWith("interleave.")) return argument;
        return "";
    }

    /** A file of /proc, or nothing when the process has just gone. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    /** Fails unless all processes of this use have gone within {@code limit}. */
    public void awaitNothingLeft(Duration limit) {
        Await.until(
                "no process left",
                limit,
                this::ticks,
                () -> processes().isEmpty(),
                () -> String.join("\n", processes()));
    }
}
