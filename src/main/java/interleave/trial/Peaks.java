package interleave.trial;

import interleave.run.Frame;

/**
 * The most of what a worker had at once while it was measured, as far as its frames tell. Immutable.
 *
 * @param opened the first of them; what its peaks since the start hold is of the warm-up
 */
public record Peaks(Frame opened, long inFlight, long osThreads, long virtualThreads, long residentBytes) {
    static Peaks from(Frame opened) {
        return new Peaks(
                opened,
                opened.inFlight(),
                opened.threads().os(),
                opened.threads().virtual(),
                opened.memory().residentBytes());
    }

    Peaks plus(Frame next) {
        return new Peaks(
                opened,
                highest(inFlight, next.inFlight(), opened.inFlightPeak(), next.inFlightPeak()),
                Math.max(osThreads, next.threads().os()),
                Math.max(virtualThreads, next.threads().virtual()),
                highest(
                        residentBytes,
                        next.memory().residentBytes(),
                        opened.memory().residentPeakBytes(),
                        next.memory().residentPeakBytes()));
    }

    /** A peak since the start that has grown was reached meanwhile, between two frames. */
    private static long highest(long before, long now, long peakBefore, long peakNow) {
        return peakNow > peakBefore ? peakNow : Math.max(before, now);
    }
}
