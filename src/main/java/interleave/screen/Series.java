package interleave.screen;

/** Numbers in the order in which they came, as a {@link Graph} draws them; some may be missing. */
public interface Series {
    /** The number of samples to see, missing ones included. */
    int size();

    /** The number of samples that there ever were: a graph keeps its columns in place while it scrolls. */
    long total();

    /** The number {@code age} steps back, 0 being the newest; not a number where there is none. */
    double orNaN(int age);
}
