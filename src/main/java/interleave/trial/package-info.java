/**
 * Headless measurement: runs that are started together, warmed up, measured for a time and verified. Pure but for the
 * supervisor that it is given; one thread.
 */
package interleave.trial;
