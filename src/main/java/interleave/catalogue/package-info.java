/**
 * All tasks, execution models and workloads, by name; a new task or model is one line here. Light: nothing of a task or
 * model is loaded before it is used. Immutable, safe from any thread.
 */
package interleave.catalogue;
