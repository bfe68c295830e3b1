/**
 * Tasks that keep a CPU busy and wait for nothing.
 */
package interleave.tasks.cpu;
