package interleave.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Commands to a HotSpot JVM over the socket by which {@code jcmd} gives them. A JVM that has no such socket yet makes
 * one when it is sent SIGQUIT and finds a file; anything that does not catch that signal ends by it, and other programs
 * that catch it stop in order, so that nobody else is ever sent one. Any thread; it waits for the answer.
 */
public final class JvmAttach {
    private static final int SIGQUIT = 3;

    /** As jcmd waits for the socket, twice as long as a busy JVM took. */
    private static final int LOOKS = 60;

    private static final long BETWEEN_NANOS = 50_000_000;

    private final Path folder;
    private final Path temporary;
    private final int pid;
    /** The process's number in its own container. */
    private final String inside;

    private JvmAttach(Path folder, int pid, String inside) {
        this.folder = folder;
        this.pid = pid;
        this.inside = inside;
        temporary = folder.resolve("root").resolve("tmp");
    }

    /** Why a process cannot be asked; empty if it can. */
    public static Optional<String> whyNot(Path proc, int pid) {
        Path folder = proc.resolve(String.valueOf(pid));
        String status = KernelText.orNothing(folder.resolve("status"));
        if (status.isEmpty()) return Optional.of("it has ended");
        String maps = KernelText.orNothing(folder.resolve("maps"));
        if (maps.isEmpty()) return Optional.of("this user may not look into it");
        if (!maps.contains("/libjvm.so")) return Optional.of("it is no HotSpot JVM");
        if (ProcessNumbers.ofThisProcess(proc).inCalls(pid).isEmpty())
            return Optional.of("it is in another PID namespace, and /proc is not of this one");
        if (!catchesQuit(status)) return Optional.of("it does not catch SIGQUIT, and would end by it (-Xrs)");
        return Optional.empty();
    }

    /** By the mask of caught signals, of which the lowest bit is signal 1. */
    static boolean catchesQuit(String status) {
        String mask = KernelText.field(status, "SigCgt:").orElse("");
        if (mask.isEmpty()) return false;
        char digit = mask.charAt(mask.length() - 1);
        return (Character.digit(digit, 16) >> (SIGQUIT - 1) & 1) == 1;
    }

    /** A JVM that {@link #whyNot} has nothing to say against. */
    public static JvmAttach of(Path proc, int pid) {
        Path folder = proc.resolve(String.valueOf(pid));
        String all = KernelText.field(KernelText.orNothing(folder.resolve("status")), "NSpid:")
                .orElse("");
        String last = all.substring(all.lastIndexOf('\t') + 1);
        int called = ProcessNumbers.ofThisProcess(proc).inCalls(pid).orElse(pid);
        return new JvmAttach(folder, called, last.isEmpty() ? String.valueOf(pid) : last);
    }

    /** A file below the process's own {@code /tmp}, as this process sees it. */
    public Path temporary(String name) {
        return temporary.resolve(name);
    }

    /**
     * Gives a command of jcmd's.
     *
     * @return its answer, which is to be closed; its first line, the status, has been read
     * @throws Unreadable if the JVM does not answer, or refuses the command
     */
    public InputStream ask(String command) throws IOException {
        Path socket = temporary.resolve(".java_pid" + inside);
        if (!Files.exists(socket)) wake(socket);
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        try {
            ByteBuffer request = ByteBuffer.wrap(("1\0jcmd\0" + command + "\0\0\0").getBytes(StandardCharsets.UTF_8));
            while (request.hasRemaining()) channel.write(request);
            InputStream answer = Channels.newInputStream(channel);
            if (!status(answer).equals("0")) throw Unreadable.missing("the JVM refuses " + command);
            return answer;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String status(InputStream answer) throws IOException {
        StringBuilder status = new StringBuilder();
        for (int next; (next = answer.read()) >= 0 && next != '\n' && status.length() < 20; )
            status.append((char) next);
        return status.toString();
    }

    private void wake(Path socket) throws IOException {
        Path file = temporary.resolve(".attach_pid" + inside);
        String start = start();
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // Somebody else is asking, or was cut off.
        }
        try {
            // The number may be another process's by now.
            if (start.isEmpty()
                    || !start.equals(start())
                    || !catchesQuit(KernelText.orNothing(folder.resolve("status"))))
                throw Unreadable.missing("it has ended");
            Signals.send(pid, SIGQUIT);
            for (int i = 0; i < LOOKS && !Files.exists(socket); i++) LockSupport.parkNanos(BETWEEN_NANOS);
        } finally {
            Files.deleteIfExists(file);
        }
        if (!Files.exists(socket)) throw Unreadable.missing("the JVM does not answer");
    }

    private String start() {
        String stat = KernelText.orNothing(folder.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length > 19 ? fields[19] : "";
    }
}
