package interleave.kernel;

/** The process that started this one; to the kernel, the thread of it that did. */
public final class ParentDeath {
    private static final int PR_SET_PDEATHSIG = 1;
    private static final long SIGKILL = 9;

    private ParentDeath() {}

    /**
     * Has the kernel kill this process when its parent dies. The end of standard input says so as well, but has to be
     * read, and the thread that reads it may be one of twenty thousand that have all been woken by then. Where it
     * cannot be asked for, that end has to do, as it does when the parent is dead already.
     */
    public static void takesThisWithIt() {
        if (!Prctl.set(PR_SET_PDEATHSIG, SIGKILL))
            System.err.println("the kernel was not told to end this process with its parent");
    }
}
