/**
 * The machine's word of itself: probes, each with what it reads and how that becomes readings, and the one thread that
 * samples them.
 */
package interleave.probe;
