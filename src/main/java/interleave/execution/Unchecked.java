package interleave.execution;

import interleave.task.Task;
import java.util.function.BooleanSupplier;

/** Java checks exceptions, the JVM does not: a task's failure leaves through code that declares none. */
final class Unchecked {
    private Unchecked() {}

    static void call(Task.Blocking task) {
        try {
            task.call();
        } catch (Exception e) {
            throw Unchecked.<RuntimeException>of(e);
        }
    }

    static void call(Task.Blocking task, BooleanSupplier leaves) {
        try {
            task.call(leaves);
        } catch (Exception e) {
            throw Unchecked.<RuntimeException>of(e);
        }
    }

    /** Never comes back: {@code throw} before it is for the compiler alone. */
    @SuppressWarnings("unchecked")
    static <E extends Throwable> E of(Throwable why) throws E {
        throw (E) why;
    }
}
