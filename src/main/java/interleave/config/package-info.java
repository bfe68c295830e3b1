/**
 * What the program was asked for: its settings and their defaults. Immutable.
 */
package interleave.config;
