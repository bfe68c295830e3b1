package interleave.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import interleave.program.Tools;
import interleave.run.Frame;
import interleave.wire.Message;
import interleave.wire.Messages;
import interleave.wire.Order;
import interleave.wire.Orders;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A worker or service as its parent sees it. */
final class ChildProcess implements AutoCloseable {
    /** The size of a pipe on Linux, unless told otherwise: {@code man 7 pipe}. */
    private static final int PIPE_BYTES = 1 << 16;

    private final Process process;
    private final BufferedReader messages;

    ChildProcess(Class<?> main, String... arguments) throws IOException {
        this(List.of(), main, arguments);
    }

    /** One that can have so many files open. */
    static ChildProcess withFiles(int files, Class<?> main, String... arguments) throws IOException {
        return new ChildProcess(List.of("sh", "-c", "ulimit -n " + files + "; exec \"$@\"", "sh"), main, arguments);
    }

    /** One whose rings find room in so many KiB: without the right of root to lock any memory. */
    static ChildProcess withLockedMemory(int kibibytes, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            Tools.need("setpriv");
            command.addAll(List.of("setpriv", "--bounding-set=-ipc_lock"));
        }
        command.addAll(List.of("sh", "-c", "ulimit -l " + kibibytes + "; exec \"$@\"", "sh"));
        return new ChildProcess(command, main, arguments);
    }

    private ChildProcess(List<String> before, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        messages = process.inputReader(UTF_8);
    }

    long pid() {
        return process.pid();
    }

    void order(Order order) throws IOException {
        say(Orders.toLine(order));
    }

    void say(String line) throws IOException {
        process.outputWriter(UTF_8).append(line).append('\n').flush();
    }

    Message next() throws Exception {
        String line = messages.readLine();
        if (line == null) throw new IOException("the child has ended");
        return Messages.parse(line);
    }

    Frame nextFrame() throws Exception {
        for (; ; ) if (next() instanceof Message.Report(Frame frame)) return frame;
    }

    Message.Refused nextRefusal() throws Exception {
        for (; ; ) if (next() instanceof Message.Refused refused) return refused;
    }

    String fault() throws Exception {
        for (; ; ) if (next() instanceof Message.Fault(String words)) return words;
    }

    /** The messages that are left to read, once it has ended. */
    List<Message> rest() throws Exception {
        List<Message> rest = new ArrayList<>();
        for (String line = messages.readLine(); line != null; line = messages.readLine())
            rest.add(Messages.parse(line));
        return rest;
    }

    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Leaves no room in the pipe that it speaks through. */
    void fillUp() throws IOException {
        String pipe = "/proc/" + process.pid() + "/fd/1";
        try (FileOutputStream other = new FileOutputStream(pipe, true)) {
            other.write(new byte[PIPE_BYTES]);
        }
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    int exitWithin(long millis) {
        interleave.program.Await.until("it has ended", Duration.ofMillis(millis), () -> !process.isAlive());
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
