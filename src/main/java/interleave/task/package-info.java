/**
 * The definition of a task: the published interface of its two forms, what it is given and how it is described, with
 * the event loop that the asynchronous form lives on and small helps that several tasks share.
 */
package interleave.task;
