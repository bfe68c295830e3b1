/**
 * Readings and results as text, JSON and CSV, one object or row a line. Pure; what is missing is never a number.
 */
package interleave.record;
