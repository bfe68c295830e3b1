package interleave.lab.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScalabilityTest {
    private static final double[] N = {1, 2, 4, 8, 16, 32, 64};

    @Test
    void theLawThatPointsWereMadeOfIsFound() {
        Scalability made = new Scalability(1000, 0.05, 0.002);
        Scalability found = Scalability.fit(N, Arrays.stream(N).map(made::at).toArray());
        assertEquals(1000, found.lambda(), 1e-6);
        assertEquals(0.05, found.sigma(), 1e-9);
        assertEquals(0.002, found.kappa(), 1e-9);
        assertEquals(Math.sqrt(0.95 / 0.002), found.peak(), 1e-6);
    }

    @Test
    void noParameterIsBelowZero() {
        double[] better = Arrays.stream(N).map(n -> 1000 * Math.pow(n, 1.1)).toArray();
        Scalability found = Scalability.fit(N, better);
        assertTrue(found.sigma() >= 0 && found.kappa() >= 0, found.toString());
        assertEquals(Double.POSITIVE_INFINITY, new Scalability(1, 0.1, 0).peak());
    }

    @Test
    void whatItDoesNotDescribeHasAGreatError() {
        double[] cliff = {1000, 2000, 4000, 8000, 400, 380, 370};
        assertTrue(Scalability.fit(N, cliff).error(N, cliff) > 0.3);
    }
}
