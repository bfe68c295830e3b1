package interleave.spec;

/** The spread of the planned starts of an open load. */
public enum Arrival {
    /** One after the other, at equal distances. */
    CONSTANT,
    /** Independent of each other: exponential distances, as of many clients that know nothing of each other. */
    POISSON
}
