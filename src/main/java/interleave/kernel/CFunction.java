package interleave.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * Functions of the C library whose arguments, three at most, are integers or addresses and whose result is an integer.
 * All are called in one shape, {@code long (long, long, long)}: the JVM builds each further one in 3 to 15 ms of start.
 * On 64-bit Linux, x86-64 and AArch64 alike, such arguments are passed in whole registers, and a function leaves those
 * that it does not take unread. Of a result that is an int the upper half is undefined: it must be cast.
 */
final class CFunction {
    private static final FunctionDescriptor SHAPE = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private static final FunctionDescriptor OF_SIX =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private CFunction() {}

    /** @throws java.util.NoSuchElementException where the C library has none of that name */
    static MethodHandle named(String name) {
        return named(name, SHAPE);
    }

    /** One of up to six arguments; for processes whose start nobody waits for. */
    static MethodHandle ofSix(String name) {
        return named(name, OF_SIX);
    }

    @SuppressWarnings("restricted") // Native access is granted on the command lines of all our processes.
    private static MethodHandle named(String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(CLibrary.symbol(name), shape);
    }
}
