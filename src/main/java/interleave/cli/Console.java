package interleave.cli;

import java.io.PrintStream;

/**
 * The ways between a command and its caller.
 *
 * @param out takes results
 * @param err takes words for people
 * @param signals that ask for the end
 */
record Console(Output out, PrintStream err, EndSignals signals) {}
