/**
 * The advice for a task of a given shape: which model, which pool size, how much room is left, and what bounds it. The
 * searches and the answer are pure functions of what a {@link interleave.lab.advice.Bench} measures.
 */
package interleave.lab.advice;
