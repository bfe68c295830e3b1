package interleave.execution;

/** Numbers drawn by lot: for the same seed the same, and for seeds next to each other not alike. Pure. */
final class Lots {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private Lots() {}

    /**
     * The n-th of the numbers of a seed, all 64 bits of it mixed: David Stafford's 13th variant of a finalizer, as
     * {@link java.util.SplittableRandom} has it.
     */
    static long mixed(long seed, long number) {
        long z = seed * GOLDEN_GAMMA + number;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
