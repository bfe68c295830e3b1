/**
 * Starts and ends child processes, reads what they say and knows where each run stands. One thread of its own does all
 * of it, in order.
 */
package interleave.supervisor;
