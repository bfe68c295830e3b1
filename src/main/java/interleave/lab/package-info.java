/**
 * Experiments over headless trials: comparisons with a verdict, placement, and the noise that
 * spoils a repetition. What drives trials waits for them; the rest is pure and immutable.
 */
package interleave.lab;
