package interleave.spec;

/** How the planned starts of an open load are spread. */
public enum Arrival {
    /** One after the other, at equal distances. */
    CONSTANT,
    /** Independent of each other: exponential distances, as of many clients that know nothing of each other. */
    POISSON
}
