package interleave.screen;

import java.util.function.Consumer;

/**
 * A screen to draw on and keys to read. One thread calls {@link #show}, {@link #repaint} and {@link #suspend}.
 */
public interface Terminal extends AutoCloseable {
    /** News from the terminal, posted from its own threads. */
    sealed interface Signal {
        record Pressed(Key key) implements Signal {}

        /** Something was pasted, or several different keys came at once: none of it has been told as a key. */
        record Pasted() implements Signal {}

        record Resized(Size size) implements Signal {}

        /** SIGTSTP came from outside: the thread that draws shall call {@link Terminal#suspend}. */
        record SuspendAsked() implements Signal {}

        /**
         * The process came back to the foreground ({@code fg}), after {@link Terminal#suspend} or after a SIGSTOP from
         * outside; the next {@link Terminal#show} draws everything anew. May come twice.
         */
        record Resumed() implements Signal {}

        /**
         * {@link Terminal#show}, which took no picture while a write was under way, takes one now. May come for
         * nothing.
         */
        record Ready() implements Signal {}

        /** The end: end of input, SIGTERM, SIGHUP, SIGINT. {@code status} is the exit status it asks for. */
        record Ended(String why, int status) implements Signal {}
    }

    /** Begins to deliver news. Called once. */
    void listen(Consumer<Signal> listener);

    Size size();

    Glyphs glyphs();

    /**
     * Shows a picture, in one write of what has changed. Never waits for the peer: returns false, having done nothing,
     * while an earlier write is still under way; {@link Signal.Ready} tells the end of that.
     */
    boolean show(Grid grid);

    /** Forgets what is on the screen, so that the next {@link #show} draws all of it. */
    void repaint();

    /**
     * Gives the terminal back, stops this process as ^Z does, and takes the terminal again once it is continued.
     *
     * @param words in ASCII, for the line before the shell's prompt; empty: none
     */
    void suspend(String words);

    /** Bytes written since the start. */
    long bytesWritten();

    /**
     * Gives the terminal back as it was. Idempotent, safe from any thread, and over within a second at a stalled peer.
     */
    @Override
    void close();
}
