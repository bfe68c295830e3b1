package interleave.supervisor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.kernel.PidStat;
import interleave.kernel.ProcessFiles;
import interleave.kernel.ProcessNumbers;
import interleave.kernel.ProcessSession;
import interleave.kernel.TreeEnd;
import interleave.wire.CommandLines;
import interleave.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A command of the user's that was started for a measurement, with all that comes of it. It runs in this process's
 * folder, in a session of its own, and ends when this process does, however that ends: a guard sees to it, a process
 * of which it is the descendant.
 */
public final class UserCommand implements AutoCloseable {
    private static final Path PROC = Path.of("/proc");
    private static final int LONGEST_LINE = 4096;

    /** The guard gives the command 0.4 s to end in order. */
    private static final Duration PATIENCE = Duration.ofMillis(1200);

    private final Process guard;
    private final boolean leave;
    private final Consumer<CommandStatus> news;
    private volatile CommandStatus status;
    /** The program itself, as it was when it began; of the thread that hears the news. */
    private Optional<PidStat.Key> first = Optional.empty();
    /** An end that was asked for is no news. */
    private volatile boolean closing;

    private UserCommand(Process guard, String name, boolean leave, Consumer<CommandStatus> news) {
        this.guard = guard;
        this.leave = leave;
        this.news = news;
        this.status =
                CommandStatus.starting(name, ProcessNumbers.ofThisProcess(PROC).inProc((int) guard.pid()));
    }

    /**
     * Starts it.
     *
     * @param command the program and its arguments; no shell sees them
     * @param leave whether it goes on when this process ends
     * @param cpus the only ones that it may use; empty: all
     * @param news is told what becomes of it, on a thread of its own, and must not block
     * @throws IOException if its guard could not be started
     */
    public static UserCommand start(
            Launch launch, List<String> command, boolean leave, List<Integer> cpus, Consumer<CommandStatus> news)
            throws IOException {
        ChildLogs logs = new ChildLogs(StateFolder.ofThisUser());
        logs.makeRoomMeanwhile();
        String name = name(command);
        List<String> arguments = new ArrayList<>(List.of(logs.folder().toString(), name));
        arguments.addAll(command);
        Process guard = new ProcessBuilder(launch.guard(cpus, arguments))
                .redirectErrorStream(true)
                .start();
        UserCommand started = new UserCommand(guard, name, leave, news);
        Thread.ofPlatform().daemon().name("command").start(started::hear);
        return started;
    }

    /** Why there is no such program to start; empty if there is one. */
    public static Optional<String> whyNot(String program, String path, Path folder) {
        if (program.contains("/")) {
            Path file;
            try {
                file = folder.resolve(program);
            } catch (java.nio.file.InvalidPathException e) {
                return Optional.of("is no name of a file in this locale");
            }
            if (!Files.exists(file)) return Optional.of("is no file");
            if (Files.isDirectory(file)) return Optional.of("is a folder");
            return Files.isExecutable(file) ? Optional.empty() : Optional.of("may not be executed: chmod +x helps");
        }
        return SearchPath.find(path, program).isPresent() ? Optional.empty() : Optional.of("is in no folder of PATH");
    }

    /** That of the program's file, in letters that any file may have. */
    private static String name(List<String> command) {
        String program = command.getFirst();
        String file = program.substring(program.lastIndexOf('/') + 1);
        String plain = file.replaceAll("[^A-Za-z0-9._+-]", "_");
        return plain.isEmpty() ? "command" : plain;
    }

    /** As far as it has come. From any thread. */
    public CommandStatus status() {
        return status;
    }

    private void hear() {
        Optional<String> lastWords = Optional.empty();
        try (InputStream in = guard.getInputStream()) {
            BoundedLines lines = new BoundedLines(in, LONGEST_LINE);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next())
                if (!take(line.get())) lastWords = line;
        } catch (IOException e) {
            // Its pipe broke, as when it is killed: that is its end.
        }
        if (!status.over()) become(status.lost(lastWords.map(ChildWords::sentence), endedWithoutGuard()));
    }

    /**
     * A guard that was killed cannot end the command: this process does, as far as it is still in the session that it
     * was started in, and unless it is to be left. Returns whether there was any of it.
     */
    private boolean endedWithoutGuard() {
        if (leave || first.isEmpty()) return false;
        PidStat.Key key = first.get();
        boolean another = key(key.pid()).filter(now -> !now.equals(key)).isPresent();
        return !another && TreeEnd.of(PROC, new ProcessSession(PROC, key.pid())::members);
    }

    /** Which process that is, since its number may be given to another one; empty if it has ended. */
    private static Optional<PidStat.Key> key(int pid) {
        try {
            return new ProcessFiles(PROC).stat(pid).map(PidStat::key);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** True if the line is news. */
    private boolean take(String line) {
        try {
            become(status.after(CommandLines.parse(line)));
            if (first.isEmpty() && status.pid() > 0) first = key(status.pid());
            return true;
        } catch (WireException e) {
            return false;
        }
    }

    private void become(CommandStatus next) {
        status = next;
        if (!closing) news.accept(next);
    }

    /** Ends it, unless it is to be left, and waits for that. Idempotent. */
    @Override
    public void close() {
        closing = true;
        try (OutputStream orders = guard.getOutputStream()) {
            if (leave) orders.write((CommandLines.LEAVE + "\n").getBytes(US_ASCII));
        } catch (IOException e) {
            // It has ended.
        }
        try {
            if (!guard.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) guard.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
