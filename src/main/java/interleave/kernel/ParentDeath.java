package interleave.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/** The process that started this one; to the kernel, the thread of it that did. */
public final class ParentDeath {
    private static final int PR_SET_PDEATHSIG = 1;
    private static final long SIGKILL = 9;

    private ParentDeath() {}

    /**
     * Has the kernel kill this process when its parent dies. The end of standard input says so as well, but has to be read,
     * and the thread that reads it may be one of twenty thousand that have all been woken by then. Where it cannot be
     * asked for, that end has to do, as it does when the parent is dead already.
     */
    @SuppressWarnings("restricted") // Native access is granted on the command line that starts a worker.
    public static void takesThisWithIt() {
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle prctl = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("prctl"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG),
                    Linker.Option.firstVariadicArg(1));
            int refused = (int) prctl.invokeExact(PR_SET_PDEATHSIG, SIGKILL);
            if (refused != 0) System.err.println("the kernel was not told to end this process with its parent");
        } catch (Throwable e) {
            // As with a C library that has no such call.
        }
    }
}
