package interleave.execution;

import interleave.metric.Ticker;
import java.util.function.Consumer;

/**
 * The things that all slots of a run share, in one object: with a million tasks in flight each field of a slot is
 * megabytes.
 *
 * @param broken told of what makes further tasks pointless
 */
record SlotSite(TasksInFlight flight, Ticker ticker, Consumer<Throwable> broken) {}
