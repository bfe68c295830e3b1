package interleave.terminal;

import interleave.screen.Key;

/** The receiver of what bytes turn out to be. */
interface KeySink {
    /**
     * A character that is a key: what a paste may contain, too.
     *
     * @param character as it came; that of Enter may be one of two
     */
    void plain(Key key, int character);

    /** A sequence that is a key. */
    void sequence(Key key);

    /** Something that is no key of ours. */
    void strange();

    /** A paste in brackets has begun. All of it, to the closing one, is told no more. */
    void paste();

    /**
     * The end of a read.
     *
     * @param unfinished more is to come of what has been begun
     */
    void end(boolean unfinished);
}
