/**
 * The settings of the program and their defaults. Immutable.
 */
package interleave.config;
