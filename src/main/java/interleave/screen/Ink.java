package interleave.screen;

/**
 * The meaning of a piece of the screen; the terminal decides the colour. Colour never carries a meaning alone: a
 * letter, a glyph or a word always says the same.
 */
public enum Ink {
    /** Ordinary text, in the terminal's own foreground. */
    PLAIN,
    /** Labels, units, rules, what can be overlooked. */
    FAINT,
    /** Numbers and words that carry the message. */
    STRONG,
    /** Names of panels. */
    TITLE,
    /** Keys that can be pressed. */
    KEY,
    GOOD,
    NOTICE,
    BAD,
    /** CPU time in programs. */
    USER,
    /** CPU time in the kernel. */
    SYSTEM,
    /** CPU time in interrupts, hard and soft. */
    IRQ,
    /** CPU time taken by the hypervisor. */
    STEAL,
    /** Idle while disk I/O is outstanding. */
    IOWAIT,
    /** The unused part of a bar. */
    TRACK,
    /** Histories: low, middle, high. */
    GRAPH_LOW,
    GRAPH_MIDDLE,
    GRAPH_HIGH,
    /** Runs in splits and graphs; a run keeps its ink. Told apart by key digit as well. */
    RUN_1,
    RUN_2,
    RUN_3,
    RUN_4,
    RUN_5,
    RUN_6,
    RUN_7,
    RUN_8,
    /** The rest of a split: what no run of ours caused. */
    REST
}
