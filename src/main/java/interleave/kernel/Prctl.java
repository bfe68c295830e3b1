package interleave.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/** {@code prctl(2)} with one further argument, for the calling thread or its process, as the operation has it. */
final class Prctl {
    private Prctl() {}

    /** @return false if the kernel refuses, or the C library has no such call */
    @SuppressWarnings("restricted") // Native access is granted on the command line that starts a worker.
    static boolean set(int operation, long value) {
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle prctl = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("prctl"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG),
                    Linker.Option.firstVariadicArg(1));
            return (int) prctl.invokeExact(operation, value) == 0;
        } catch (Throwable e) {
            return false;
        }
    }
}
