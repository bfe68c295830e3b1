package interleave.probe;

import java.util.Optional;

/**
 * A command of the user's, as far as it has come.
 *
 * @param name of its program
 * @param guard the process whose descendants it is
 * @param told what became of its program itself, or of its start; empty while it runs
 * @param over whether nothing of it is left
 */
public record WatchedCommand(String name, int guard, int pid, Optional<String> told, boolean over) {}
