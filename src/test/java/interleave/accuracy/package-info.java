/**
 * Holds the numbers that Interleave prints against the kernel's, read by other code, and against {@code vmstat} and
 * {@code mpstat}, in the same seconds.
 */
package interleave.accuracy;
