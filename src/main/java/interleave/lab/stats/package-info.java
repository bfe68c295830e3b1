/**
 * Statistics of repetitions: medians, bootstrap intervals of their ratio and verdicts.
 * Pure and immutable, safe from any thread; uses nothing of ours.
 */
package interleave.lab.stats;
