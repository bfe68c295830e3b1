package interleave.panel;

import interleave.metric.History;
import interleave.screen.Series;

/** A history as a graph draws it. */
record Plotted(History history) implements Series {
    @Override
    public int size() {
        return history.size();
    }

    @Override
    public long total() {
        return history.total();
    }

    @Override
    public double orNaN(int age) {
        return history.orNaN(age);
    }
}
