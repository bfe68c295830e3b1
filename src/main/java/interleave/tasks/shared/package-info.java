/**
 * Tasks that all want the same thing: one counter, two locks.
 */
package interleave.tasks.shared;
