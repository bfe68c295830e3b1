package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real {@code sshd}: the way most people use it. */
class SshIT {
    private final Program program = new Program();

    @TempDir
    private Path folder;

    private Sshd sshd;
    private Tmux terminal;
    private Tmux.State before;

    @BeforeAll
    static void toolsOfOthers() {
        Tools.need("tmux", "bash", "sshd", "ssh-keygen", "ssh", "pkill");
    }

    @BeforeEach
    void connect() throws Exception {
        sshd = new Sshd(folder);
        terminal = new Tmux(program, folder, 100, 30);
        before = terminal.state();
        terminal.type(sshd.client(program.launcher()));
        terminal.awaitMatch("http/event-loop +idle");
        terminal.press("2");
        terminal.awaitMatch("http/virtual +running");
    }

    @AfterEach
    void disconnect() {
        terminal.close();
        sshd.close();
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }

    @Test
    void quitsBackToThePrompt() {
        terminal.resize(80, 24);
        terminal.awaitMatch("http/virtual +running");
        terminal.press("q");
        terminal.awaitPrompt();
        program.awaitNothingLeft(Duration.ofSeconds(1));
        assertEquals(before, terminal.state());
    }

    @Test
    void aLostConnectionLeavesNothing() throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("pkill", "-KILL", "-f", "ssh -tt -q -i " + folder)
                        .start()
                        .waitFor());
        program.awaitNothingLeft(Duration.ofSeconds(3));
    }
}
