/**
 * Statistics of repetitions: medians, bootstrap intervals of their ratio, verdicts, the fit of the Universal Scalability Law.
 * Pure and immutable, safe from any thread; uses nothing of ours.
 */
package interleave.lab.stats;
