package interleave.kernel;

/**
 * One thread at length: what it is, where it is, and both kinds of its switches.
 *
 * @param name as the kernel cut it: anything may be in it
 * @param letter its state: R, S, D, T, t, Z, X, I
 * @param kernelThread whether the kernel made it for itself
 * @param startTicks since the boot, in hundredths of a second
 * @param cpu the one that it was on last
 * @param voluntary switches for which it gave its CPU up
 * @param involuntary switches by which it was taken from one
 * @param waitsIn the kernel's function in which it waits; empty where it does not, or this user may not know
 */
public record ThreadState(
        String name,
        char letter,
        boolean kernelThread,
        long startTicks,
        int cpu,
        long voluntary,
        long involuntary,
        String waitsIn) {}
