package interleave.execution;

import interleave.task.Task;

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

    /** Never comes back: {@code throw} before it is for the compiler alone. */
    @SuppressWarnings("unchecked")
    static <E extends Throwable> E of(Throwable why) throws E {
        throw (E) why;
    }
}
