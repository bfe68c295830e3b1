package interleave.state;

import java.util.List;

/** Something that is asked of the lab. */
public sealed interface LabOrder {
    /** Tell the claims. */
    record Open() implements LabOrder {}

    /** Test these claims, by their names, in this order. */
    record Run(List<String> claims) implements LabOrder {
        public Run {
            claims = List.copyOf(claims);
        }
    }

    /** Measure no more; what is finished stays. */
    record Stop() implements LabOrder {}
}
