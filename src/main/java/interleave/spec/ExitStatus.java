package interleave.spec;

/** The exit statuses of this program; 128 and more: ended by the signal of that number, plus 128. */
public final class ExitStatus {
    public static final int DONE = 0;

    /** A run or its verification failed, or something that should not happen did. */
    public static final int FAILED = 1;

    /** The command line, or what the program was started in, is wrong: one line said what would be right. */
    public static final int WRONG_USE = 2;

    private ExitStatus() {}
}
