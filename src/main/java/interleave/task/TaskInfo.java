package interleave.task;

/**
 * A task as the catalogue has it.
 *
 * @param needsService whether it talks to the HTTP service
 */
public record TaskInfo(String name, Kind kind, boolean needsService) {}
