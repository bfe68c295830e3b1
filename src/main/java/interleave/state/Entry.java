package interleave.state;

import interleave.spec.Knob;
import java.util.Optional;

/**
 * A value that is being typed.
 *
 * @param place the workload that it is for, by its place in the menu
 * @param knob the setting that it is for; empty: the load
 * @param text what has been typed so far
 * @param wrong what was typed before and not taken; empty if nothing was wrong
 */
public record Entry(int place, Optional<Knob> knob, String text, String wrong) {}
