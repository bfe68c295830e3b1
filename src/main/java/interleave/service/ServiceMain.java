package interleave.service;

import interleave.child.ParentLink;
import interleave.spec.Defaults;
import interleave.spec.ExitStatus;
import interleave.spec.Knob;
import interleave.spec.Limits;
import interleave.task.Unable;
import interleave.wire.Order;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The process of the HTTP service that waiting tasks talk to. Its {@code Hello} names the port on loopback; its frames
 * are as a worker's, where a completed task is an answered request. It ends with its standard input, or when told to
 * stop. Exit status: 2 when its arguments are wrong, else as a worker's.
 */
public final class ServiceMain {
    private static final String LATENCY = "--latency-ms";
    private static final double DEFAULT_MILLIS = Defaults.LATENCY.toMillis();
    private static final long LONGEST_MILLIS = Limits.LONGEST_LATENCY.toMillis();

    private ServiceMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        ParentLink child = ParentLink.begin();
        Optional<Double> latency = latencyMillis(arguments);
        if (latency.isEmpty())
            child.fault(
                    "the arguments must be " + LATENCY + " and milliseconds from 0 to " + LONGEST_MILLIS,
                    ExitStatus.WRONG_USE);
        try (Service service = Service.open((long) (latency.orElseThrow() * 1e6), child::fault)) {
            child.hello(service.port(), service.transport());
            child.report(service);
            child.settleIn();
            obey(child, service);
            child.finish();
        } catch (Unable | RuntimeException | Error e) {
            child.fault(e);
        }
    }

    /** Comes back with the order to stop. */
    private static void obey(ParentLink child, Service service) throws InterruptedException {
        for (; ; ) {
            switch (child.next()) {
                case Order.Stop() -> {
                    return;
                }
                case Order.Tune(Knob knob, long micros)
                when knob == Knob.LATENCY -> service.latency(TimeUnit.MICROSECONDS.toNanos(micros));
                case Order forWorkers -> {}
            }
        }
    }

    static Optional<Double> latencyMillis(String... arguments) {
        if (arguments.length == 0) return Optional.of(DEFAULT_MILLIS);
        if (arguments.length != 2 || !arguments[0].equals(LATENCY)) return Optional.empty();
        try {
            return Optional.of(Double.parseDouble(arguments[1]))
                    .filter(millis -> millis >= 0 && millis <= LONGEST_MILLIS);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
