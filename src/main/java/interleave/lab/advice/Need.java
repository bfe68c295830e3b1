package interleave.lab.advice;

import interleave.spec.Arrival;
import interleave.spec.Load;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * The question: tasks of that shape, so many a second, and how soon they are to be answered.
 *
 * @param waiting for the service
 * @param cpu what a task computes then
 * @param p99 the response time that 99 of 100 tasks must keep, from the time when they should have begun
 * @param connections how many may be in flight at the service at once; empty: no bound
 */
public record Need(
        Duration waiting, Duration cpu, double ratePerSecond, Arrival arrival, Duration p99, OptionalInt connections) {
    /** Tasks per second, below which nothing can be told of a p99 in a few seconds. */
    public static final int LEAST_PER_S = 20;

    /** The time that a task takes a thread that waits and computes for it, in seconds. */
    public double taskSeconds() {
        return waitSeconds() + cpuSeconds();
    }

    double waitSeconds() {
        return waiting.toNanos() / 1e9;
    }

    double cpuSeconds() {
        return cpu.toNanos() / 1e9;
    }

    public double p99Millis() {
        return p99.toNanos() / 1e6;
    }

    /** The number of tasks that are under way at once on average while none queues: Little's law. */
    public double inFlight() {
        return ratePerSecond * taskSeconds();
    }

    public Load.Open load(double rate) {
        return new Load.Open(rate, arrival);
    }
}
