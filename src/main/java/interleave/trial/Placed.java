package interleave.trial;

/**
 * The CPUs of a run and of the server that it asks.
 *
 * @param key as results have it: {@code apart}, {@code same} or {@code free}
 * @param words for people
 */
public record Placed(String key, String words) {}
