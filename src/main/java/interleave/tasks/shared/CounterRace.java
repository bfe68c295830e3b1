package interleave.tasks.shared;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Increments of a plain field: each is a load and a store, and what another thread stored in between is lost. A task is
 * right if it did its increments; what is lost is what it shows.
 */
final class CounterRace extends CounterTask {
    private static final VarHandle COUNTER;

    static {
        try {
            COUNTER = MethodHandles.lookup().findVarHandle(CounterRace.class, "counter", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // By the handle: a plain loop would become one addition.
    private long counter;

    @Override
    void increment(int times) {
        for (int i = 0; i < times; i++) COUNTER.setOpaque(this, (long) COUNTER.getOpaque(this) + 1);
    }

    @Override
    long value() {
        return (long) COUNTER.getVolatile(this);
    }
}
