/**
 * One file per execution model: how tasks are run, and how a load, closed or open, begins them. Many threads by nature;
 * each class says which of them may call it.
 */
package interleave.execution;
