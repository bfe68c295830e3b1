package interleave.lab.stats;

/**
 * A queue before so many servers, whose customers come at random (Poisson): M/M/c where service times are exponential
 * (Erlang 1917), M/D/c where all are equal (Crommelin 1932). Times are in units of the mean service time.
 *
 * @param servers how many
 * @param load how many are busy on average; below their number, or the queue grows for ever
 */
public record Queueing(int servers, double load) {
    private static final double NEGLIGIBLE = 1e-10;

    public boolean stable() {
        return load < servers;
    }

    /** The share of customers who have to wait, of M/M/c: Erlang's C, by the recursion of his B. */
    public double waits() {
        if (!stable()) return 1;
        double blocked = 1;
        for (int c = 1; c <= servers; c++) blocked = load * blocked / (c + load * blocked);
        return blocked / (1 - load / servers * (1 - blocked));
    }

    /** The time that a customer of M/M/c waits on average. */
    public double meanWait() {
        return waits() / (servers - load);
    }

    /** The time that all but a share of the customers of M/M/c wait at most: waits above 0 are exponential. */
    public double waitOfAllBut(double share) {
        return waits() <= share ? 0 : Math.log(waits() / share) / (servers - load);
    }

    /**
     * The time that a customer of M/D/c waits on average. Of equal service times every c-th customer has the same
     * server, so that their waits are a random walk that is held at 0: by Spitzer's identity (1956) the mean is the
     * sum over m of what m steps exceed 0 by, over m; it agrees with Crommelin's.
     */
    public double meanWaitOfEqual() {
        double sum = 0;
        double logFactorial = 0;
        for (int m = 1; ; m++) {
            for (int k = (m - 1) * servers + 1; k <= m * servers; k++) logFactorial += Math.log(k);
            double term = termOfEqual(m, logFactorial);
            sum += term;
            if (term < NEGLIGIBLE * Math.max(1, sum) && m > 1) return sum;
        }
    }

    /**
     * The m-th term: what the number of arrivals within m service times exceeds m * c by, on average, over m and the
     * rate.
     *
     * @param logFactorial of m * c
     */
    private double termOfEqual(int m, double logFactorial) {
        double mean = m * load;
        int from = m * servers;
        // p(from), by logarithms: factorials would overflow.
        double p = Math.exp(from * Math.log(mean) - mean - logFactorial);
        double excess = 0;
        for (int j = from + 1; ; j++) {
            p *= mean / j;
            double add = (j - from) * p;
            excess += add;
            if (add < NEGLIGIBLE * excess || add == 0) return excess / (m * load);
        }
    }
}
