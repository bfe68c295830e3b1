/**
 * Tasks that wait: for a time, or for one another.
 */
package interleave.tasks.wait;
