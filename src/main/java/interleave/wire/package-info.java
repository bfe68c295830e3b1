/**
 * Frames and orders as one line of JSON, and nothing else. Pure, safe from any thread.
 */
package interleave.wire;
