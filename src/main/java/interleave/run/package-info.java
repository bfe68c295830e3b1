/**
 * The numbers of a run: its frame as a worker gives it, the window of frames, rates and percentiles made of them, what
 * is verified, and where the run stands. Pure and immutable, safe from any thread; uses {@code spec} and {@code
 * metric}.
 */
package interleave.run;
