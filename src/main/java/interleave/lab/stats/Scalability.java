package interleave.lab.stats;

/**
 * The Universal Scalability Law (Gunther 1993, 2007): X(N) = lambda N / (1 + sigma (N - 1) + kappa N (N - 1)).
 *
 * @param lambda what one at a time achieves
 * @param sigma contention: the share that is done one after the other
 * @param kappa coherency: what each costs each other one
 */
public record Scalability(double lambda, double sigma, double kappa) {
    /** The throughput at so many at a time. */
    public double at(double n) {
        return lambda * n / (1 + sigma * (n - 1) + kappa * n * (n - 1));
    }

    /** Where it is highest: sqrt((1 - sigma) / kappa); infinite without coherency. */
    public double peak() {
        return kappa <= 0 ? Double.POSITIVE_INFINITY : Math.sqrt(Math.max(0, 1 - sigma) / kappa);
    }

    /**
     * The law that fits best, by relative error: N / X is linear in 1, N - 1 and N (N - 1), so that it takes no
     * iteration. What would be below 0 is held at 0, as the law demands. There must be three different N at least.
     *
     * @param n how many at a time
     * @param x the throughput there, above 0
     */
    public static Scalability fit(double[] n, double[] x) {
        Scalability free = fit(n, x, true, true);
        if (free.sigma >= 0 && free.kappa >= 0) return free;
        Scalability onlySigma = fit(n, x, true, false);
        Scalability onlyKappa = fit(n, x, false, true);
        boolean sigmaHolds = onlySigma.sigma >= 0;
        boolean kappaHolds = onlyKappa.kappa >= 0;
        if (sigmaHolds && (!kappaHolds || onlySigma.error(n, x) <= onlyKappa.error(n, x))) return onlySigma;
        return kappaHolds ? onlyKappa : fit(n, x, false, false);
    }

    /** The greatest relative distance of a point from the law. */
    public double error(double[] n, double[] x) {
        double most = 0;
        for (int i = 0; i < n.length; i++) most = Math.max(most, Math.abs(at(n[i]) / x[i] - 1));
        return most;
    }

    private static Scalability fit(double[] n, double[] x, boolean sigma, boolean kappa) {
        double[][] normal = new double[3][4];
        for (int i = 0; i < n.length; i++) {
            // Weighted by X / N: the error of N / X relative to itself.
            double weight = x[i] / n[i];
            double[] row = {weight, sigma ? weight * (n[i] - 1) : 0, kappa ? weight * n[i] * (n[i] - 1) : 0, 1};
            for (int r = 0; r < 3; r++) for (int c = 0; c < 4; c++) normal[r][c] += row[r] * row[c];
        }
        if (!sigma) normal[1][1] = 1;
        if (!kappa) normal[2][2] = 1;
        double[] solved = LinearSystem.solve(normal);
        return new Scalability(1 / solved[0], solved[1] / solved[0], solved[2] / solved[0]);
    }
}
