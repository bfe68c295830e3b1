package interleave.screen;

/** Numbers in the order in which they came, as a {@link Graph} draws them; some may be missing. */
public interface Series {
    /** The number of samples to see, missing ones included. */
    int size();

    /** The number of samples that there ever were: a graph keeps its columns in place while it scrolls. */
    long total();

    /** True if there is a number {@code age} steps back; 0 is the newest. */
    boolean has(int age);

    /** The number {@code age} steps back. Ask {@link #has} first. */
    double at(int age);
}
