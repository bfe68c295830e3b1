package interleave.state;

import interleave.metric.History;
import interleave.metric.Reading;
import interleave.metric.ThreadMetrics;
import interleave.metric.ThreadTable;
import interleave.metric.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The histories of the thread or pool that is followed. Immutable.
 *
 * @param histories one for each of {@link ThreadMetrics#ALL}
 * @param last the newest readings, in the same order
 * @param there whether it was there at the last tick
 */
public record ThreadTrend(ThreadKey key, List<History> histories, List<Reading> last, boolean there) {
    static ThreadTrend of(ThreadKey key) {
        List<History> histories = new ArrayList<>();
        List<Reading> last = new ArrayList<>();
        for (int i = 0; i < ThreadMetrics.ALL.size(); i++) {
            histories.add(History.ofCapacity(Trends.CAPACITY));
            last.add(Reading.WARMING_UP);
        }
        return new ThreadTrend(key, histories, last, true);
    }

    /** With a tick; of one that has gone nothing is added. */
    ThreadTrend plus(ThreadTable table, Timeline now) {
        Optional<double[]> sums = ThreadRows.sums(table, key);
        if (sums.isEmpty()) return new ThreadTrend(key, histories, last, table.scope() == ThreadTable.Scope.NOBODY);
        List<History> next = new ArrayList<>();
        List<Reading> newest = new ArrayList<>();
        for (int i = 0; i < histories.size(); i++) {
            double sum = sums.get()[i];
            Reading reading = Double.isNaN(sum) ? Reading.WARMING_UP : Reading.of(sum);
            newest.add(reading);
            next.add(histories.get(i).plus(reading, now.slot(), now.covered()));
        }
        return new ThreadTrend(key, next, newest, true);
    }
}
