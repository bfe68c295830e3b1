package interleave.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A terminal of our own: a private tmux server with one window, in which a plain shell waits. */
final class Tmux implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String PROMPT = "ready>";

    private int questions;
    private final Path socket;

    Tmux(Program program, Path folder, int columns, int rows) throws IOException, InterruptedException {
        this.socket = folder.resolve("tmux.sock");
        Tools.need("tmux", "bash");
        ProcessBuilder builder = program.marked(new ProcessBuilder(command(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                "" + columns,
                "-y",
                "" + rows,
                "exec env PS1='" + PROMPT + " ' bash --norc --noprofile")));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("TMUX");
        Process process = builder.redirectErrorStream(true).start();
        Program.Result result = Program.result(process, LIMIT);
        assertEquals(0, result.status(), result.out());
        tmux("set-option", "-g", "status", "off");
        try {
            awaitText(PROMPT);
        } catch (AssertionError e) {
            // Nobody else can: the test has no terminal to close.
            close();
            throw e;
        }
    }

    private List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
        command.addAll(List.of(words));
        return command;
    }

    private String tmux(String... words) {
        try {
            Process process =
                    new ProcessBuilder(command(words)).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return text;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String screen() {
        return tmux("capture-pane", "-p");
    }

    /** Lines that the window's edge has broken are whole again. */
    private String unwrapped() {
        return tmux("capture-pane", "-p", "-J");
    }

    /** Presses keys by tmux's names: {@code q}, {@code Enter}, {@code C-z}. */
    void press(String... keys) {
        for (String key : keys) tmux("send-keys", key);
    }

    /** Presses a key so often, in one go: what a held arrow sends. */
    void hold(String key, int times) {
        tmux("send-keys", "-N", "" + times, key);
    }

    /**
     * Presses a key every two seconds until something is there: none of them so close to another that both are a
     * paste.
     */
    void pressUntil(String key, String regex) {
        Pattern pattern = Pattern.compile(regex);
        long[] next = {System.nanoTime()};
        Await.until(
                "/" + regex + "/ on the screen after " + key,
                LIMIT,
                () -> {
                    if (pattern.matcher(screen()).find()) return true;
                    if (System.nanoTime() >= next[0]) {
                        press(key);
                        next[0] += 2_000_000_000L;
                    }
                    return false;
                },
                this::screen);
    }

    /** Types a line at the shell's prompt. */
    void type(String line) {
        tmux("send-keys", "-l", line);
        tmux("send-keys", "Enter");
    }

    /** Sets an option of every window. */
    void option(String name, String value) {
        tmux("set-option", "-g", name, value);
        tmux("set-option", "-w", name, value);
    }

    /** Pastes a text, in brackets where the program asked for them and this says so. */
    void paste(String text, boolean brackets) {
        tmux("set-buffer", text);
        if (brackets) tmux("paste-buffer", "-p");
        else tmux("paste-buffer");
    }

    /** Sends bytes as they are, in hexadecimal digits, in one piece. */
    void send(String... octets) {
        List<String> words = new ArrayList<>(List.of("send-keys", "-H"));
        words.addAll(List.of(octets));
        tmux(words.toArray(String[]::new));
    }

    /** The same in two pieces, between which tmux runs a program that does nothing: its loop sends the first. */
    void sendInTwo(List<String> first, List<String> second) {
        List<String> words = new ArrayList<>(List.of("send-keys", "-H"));
        words.addAll(first);
        words.addAll(List.of(";", "run-shell", "true", ";", "send-keys", "-H"));
        words.addAll(second);
        tmux(words.toArray(String[]::new));
    }

    void resize(int columns, int rows) {
        tmux("resize-window", "-x", "" + columns, "-y", "" + rows);
    }

    String variable(String name) {
        return tmux("display-message", "-p", "#{" + name + "}").strip();
    }

    /** As the screen shows it, or with lines made whole that its edge has broken. */
    void awaitText(String text) {
        Await.until(
                "\"" + text + "\" on the screen",
                LIMIT,
                () -> screen().contains(text) || unwrapped().contains(text),
                this::screen);
    }

    /** As the screen shows it, or with lines made whole that its edge has broken. */
    void awaitMatch(String regex) {
        Pattern pattern = Pattern.compile(regex);
        Await.until(
                "/" + regex + "/ on the screen",
                LIMIT,
                () -> pattern.matcher(screen()).find()
                        || pattern.matcher(unwrapped()).find(),
                this::screen);
    }

    void awaitNoText(String text) {
        Await.until("\"" + text + "\" gone", LIMIT, () -> !screen().contains(text), this::screen);
    }

    /** The shell's view of its terminal: line settings, alternate screen and cursor. */
    record State(String settings, String alternate, String cursor) {}

    State state() {
        // Each question has a mark of its own: the answer to the one before may still be on the screen.
        String mark = "#settings" + ++questions;
        type("clear; stty -g | tr -d '\\n'; echo '" + mark + "'");
        awaitMatch("[0-9a-f]" + mark);
        String settings = unwrapped()
                .lines()
                .map(String::strip)
                .filter(line -> line.endsWith(mark) && !line.contains("'"))
                .map(line -> line.substring(0, line.length() - mark.length()))
                .findFirst()
                .orElseThrow();
        return new State(settings, variable("alternate_on"), variable("cursor_flag"));
    }

    /** Waits until the shell reads its next line. */
    void awaitPrompt() {
        Await.until("the shell's prompt", LIMIT, () -> screen().stripTrailing().endsWith(PROMPT), this::screen);
    }

    @Override
    public void close() {
        tmux("kill-server");
    }
}
