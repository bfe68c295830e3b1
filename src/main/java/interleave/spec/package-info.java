/**
 * The vocabulary of requests: a workload, its load and settings, what a run is asked for and how its process is
 * started. Pure and immutable, safe from any thread; uses {@code metric} alone.
 */
package interleave.spec;
