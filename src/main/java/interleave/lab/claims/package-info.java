/**
 * The claims that articles make about concurrency, each with the rule of its verdict, and what carries them out. A
 * rule is a pure function of measurements; the bench alone starts processes.
 */
package interleave.lab.claims;
