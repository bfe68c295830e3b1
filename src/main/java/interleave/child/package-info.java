/**
 * A child process's side of the pipes, which the worker and the service share: orders in, frames and faults out, and
 * its end when its input ends.
 */
package interleave.child;
