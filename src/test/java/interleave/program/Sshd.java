package interleave.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/** A real {@code sshd} on loopback, with host and user keys made for the test. */
final class Sshd implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Process process;

    Sshd(Path folder) throws IOException, InterruptedException {
        Tools.need("sshd", "ssh-keygen", "ssh", "pkill");
        this.folder = folder;
        this.port = Ports.free();
        keygen("host");
        keygen("user");
        Files.copy(folder.resolve("user.pub"), folder.resolve("authorized"));
        Files.setPosixFilePermissions(folder.resolve("authorized"), PosixFilePermissions.fromString("rw-------"));
        Path config = folder.resolve("sshd_config");
        Files.write(
                config,
                List.of(
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + folder.resolve("host"),
                        "AuthorizedKeysFile " + folder.resolve("authorized"),
                        "PidFile none",
                        "StrictModes no",
                        "UsePAM no",
                        "PermitRootLogin yes",
                        "PasswordAuthentication no",
                        "AcceptEnv *"));
        // The folder where sshd gives up its privileges; a service manager makes it otherwise.
        Files.createDirectories(Path.of("/run/sshd"));
        process = new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        Await.until("sshd listens", Duration.ofSeconds(10), this::listens, this::log);
    }

    private void keygen(String name) throws IOException, InterruptedException {
        Process keygen = new ProcessBuilder(
                        "ssh-keygen",
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        "",
                        "-f",
                        folder.resolve(name).toString())
                .inheritIO()
                .start();
        if (keygen.waitFor() != 0) throw new IOException("ssh-keygen failed");
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("sshd.log"));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    /** The shell line of a client that runs {@code command} in a terminal on the other side. */
    String client(String command) {
        return client("-tt", command);
    }

    /** The same without a terminal. */
    String plainClient(String command) {
        return client("-T", command);
    }

    private String client(String terminal, String command) {
        return "ssh " + terminal + " -q -i " + folder.resolve("user") + " -p " + port
                + " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o SendEnv=" + Program.MARK
                + " -o SendEnv=LC_ALL 127.0.0.1 " + command;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
