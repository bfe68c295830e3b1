/**
 * The vocabulary of measurement: metrics, units, readings and rates, histories and histograms. Pure and immutable, safe
 * from any thread; uses nothing of ours.
 */
package interleave.metric;
