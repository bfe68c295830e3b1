/** What the user sees and does: one immutable state, changed by one pure function. */
package interleave.state;
