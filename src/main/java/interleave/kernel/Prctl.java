package interleave.kernel;

/** {@code prctl(2)} with one further argument, for the calling thread or its process, as the operation has it. */
final class Prctl {
    private Prctl() {}

    /** @return false if the kernel refuses, or the C library has no such call */
    static boolean set(int operation, long value) {
        try {
            // A variadic function reads its integers from the registers that others do.
            return (int) (long) CFunction.named("prctl").invokeExact((long) operation, value, 0L) == 0;
        } catch (Throwable e) {
            return false;
        }
    }
}
