/**
 * The command line: a file for each subcommand, and how results are printed.
 */
package interleave.cli;
