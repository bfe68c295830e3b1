package interleave.accuracy;

import interleave.program.FairClock;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.function.Executable;

/**
 * Figures that a program has where nothing else wants the CPUs. One that is not as it should be counts if the machine
 * was at rest, by the kernel's account; else it is measured again, and is nobody's fault if there is no rest.
 */
final class AtRest {
    /** More of the time in which others may have kept a program waiting is none. */
    private static final double REST = 0.05;

    private AtRest() {}

    /** @param looks at most so many */
    static void assertHolds(int looks, Executable measured) throws Exception {
        for (int look = 1; ; look++) {
            FairClock clock = new FairClock(FairClock::testAndChildren);
            try {
                measured.execute();
                return;
            } catch (AssertionError unfit) {
                double share = clock.leftOut() / clock.wallSeconds();
                if (share < REST) throw unfit;
                if (look == looks)
                    Assumptions.abort("others had " + Math.round(100 * share) + " % of the CPUs: " + unfit);
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
