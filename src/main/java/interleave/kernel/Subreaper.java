package interleave.kernel;

/** A process to which the kernel gives what its descendants leave behind. */
public final class Subreaper {
    private static final int PR_SET_CHILD_SUBREAPER = 36;

    private Subreaper() {}

    /**
     * From now on a descendant whose parent ends becomes a child of this process, rather than of the first one of the
     * system: none can leave the tree. False where the kernel refuses.
     */
    public static boolean becomeOne() {
        return Prctl.set(PR_SET_CHILD_SUBREAPER, 1);
    }
}
