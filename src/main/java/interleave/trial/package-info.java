/**
 * Headless measurement: runs that are started together, warmed up, measured for a time and verified. {@code Trial}
 * drives them by a supervisor; the rest is pure. One thread.
 */
package interleave.trial;
