/**
 * The process between this program and a command of the user's: it starts the command, tells how it ends and what it
 * used, and ends its whole tree when its own input ends, however that came about.
 */
package interleave.guard;
