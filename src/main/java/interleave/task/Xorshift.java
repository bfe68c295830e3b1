package interleave.task;

/**
 * Marsaglia's xorshift, begun at 1: arithmetic in which each step needs the one before, so that no compiler can leave
 * one out, and of which any number of steps can also be foretold without taking them. Pure.
 */
public final class Xorshift {
    /** A loop so short that a JVM that wants to stop its threads never waits for its end. */
    private static final int STRETCH = 10_000;

    private Xorshift() {}

    /** The state after so many steps, taken one by one. */
    public static long computed(int steps) {
        long state = 1;
        int left = steps;
        for (; left > STRETCH; left -= STRETCH) state = stretch(state, STRETCH);
        return stretch(state, left);
    }

    private static long stretch(long from, int steps) {
        long state = from;
        for (int i = 0; i < steps; i++) state = step(state);
        return state;
    }

    private static long step(long before) {
        long state = before;
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return state;
    }

    /**
     * The same by another way: a step is a linear map over GF(2), and so many steps are its power, found by squaring.
     */
    public static long foretold(int steps) {
        long[] power = new long[Long.SIZE];
        for (int bit = 0; bit < Long.SIZE; bit++) power[bit] = step(1L << bit);
        long state = 1;
        for (int left = steps; left > 0; left >>>= 1) {
            if ((left & 1) != 0) state = applied(power, state);
            power = squared(power);
        }
        return state;
    }

    private static long[] squared(long[] map) {
        long[] square = new long[Long.SIZE];
        for (int bit = 0; bit < Long.SIZE; bit++) square[bit] = applied(map, map[bit]);
        return square;
    }

    /** @param map what becomes of each bit */
    private static long applied(long[] map, long state) {
        long result = 0;
        for (long left = state; left != 0; left &= left - 1) result ^= map[Long.numberOfTrailingZeros(left)];
        return result;
    }
}
