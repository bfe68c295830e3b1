/**
 * The process of one run: what its load takes of the system is held against the limits, then it is begun and obeyed.
 */
package interleave.worker;
