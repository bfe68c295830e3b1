/** The user's side of the monitor, seen and done: one immutable state, changed by one pure function. */
package interleave.state;
