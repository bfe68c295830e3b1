package interleave.lab.claims;

import interleave.lab.Place;
import java.util.Optional;

/**
 * The machine and the manner in which claims are measured.
 *
 * @param cores the CPUs that may be used
 * @param place of runs and what they talk to, unless a claim is about places or about all CPUs
 * @param placeable whether CPUs can be given out: there are two, and the program that does it
 * @param quick with few and short repetitions
 * @param noScreen why the time from a key to the screen cannot be measured; empty if it can
 */
public record Conditions(int cores, Place place, boolean placeable, boolean quick, Optional<String> noScreen) {}
